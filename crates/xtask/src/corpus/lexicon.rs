//! Words: a few hundred of the commonest of news, and behind them as many that can be pronounced as anybody asks for.
//!
//! A word has a rank within its class, and its rank is its frequency; a made word of one rank is a family of noun, verb
//! and adjective, as real ones are.
//! **Invariant:** a rank is one word for ever, and different made ranks differ but for a few in a thousand.
//! Start at [`noun`], [`verb`] and [`adjective`].

/// What is done to a noun or a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As the dictionary has it.
    Base,
    /// More than one, or what it does.
    S,
    /// What it did.
    Ed,
    /// What it is doing.
    Ing,
}

const NOUNS: &str = "people government year country company minister official group report plan state party law \
 agreement force market price decision attack election talk leader court member case service bank vote deal work \
 policy issue system worker power problem school family project area question bill region budget result measure \
 border message meeting order effort office campaign program rule rate job cost voter change charge student hospital \
 crisis tax victim resident investor interest community industry policeman lawyer judge border army soldier contract \
 trade threat claim support share term right role statement letter ban committee council president chairman fund \
 agency union loss profit growth increase cut source document record survey figure expert analyst critic reporter \
 supporter opponent candidate coalition proposal reform debate inquiry trial appeal sentence crime arrest suspect \
 weapon missile drone vessel ship port road bridge railway airport flight train driver passenger vehicle crash fire \
 flood storm earthquake rescue shelter aid refugee migrant camp village town city district street building house \
 home apartment factory plant pipeline mine field farm farmer crop harvest food water fuel gas oil energy \
 electricity grid supply demand shortage strike protest march rally demonstration riot curfew sanction embargo \
 tariff export import product customer consumer employer employee wage pension benefit debt loan credit currency \
 inflation recession recovery forecast estimate target deadline schedule round step stage process result effect risk \
 danger warning alert emergency outbreak disease virus vaccine patient doctor nurse clinic treatment drug study \
 research scientist university teacher pupil exam lesson book film festival artist museum concert song actor author \
 match game team player coach season goal title championship league club fan stadium race medal record tournament \
 victory defeat injury transfer version network platform user account device software computer engineer screen data \
 satellite mission launch rocket station laboratory experiment discovery species forest river lake coast island \
 mountain climate temperature emission target drought heat winter summer morning night hour moment week month decade \
 century history future past end start beginning point line part side way place thing fact view opinion idea reason \
 hope fear concern doubt trust pressure tension conflict war peace truce ceasefire treaty summit visit delegation \
 envoy ambassador embassy mediator negotiation negotiator dialogue offer demand condition guarantee clause draft text \
 article amendment chamber parliament assembly senate cabinet ministry department bureau board commission authority \
 regulator watchdog auditor mayor governor deputy spokesman spokeswoman adviser secretary director manager founder \
 owner partner rival neighbor ally enemy commander general officer guard prisoner hostage detainee witness";

const VERBS: &str = "ask call use show need want start help turn move play believe allow add open walk offer remember \
 consider appear serve expect remain suggest raise pass require report pull return explain develop carry receive agree \
 support remove reduce establish join face approve accept deliver discuss reject demand protect attack attempt order \
 launch replace visit examine collect claim urge accuse warn confirm deny reveal announce propose delay cancel suspend \
 resume extend expand limit restrict ease lift impose enforce review revise amend adopt ratify welcome condemn criticize \
 defend oppose block challenge question investigate inspect search seize arrest charge convict jail release free rescue \
 evacuate shelter treat test measure record reach cross enter approach surround capture destroy damage repair restore \
 rebuild finance fund back endorse praise thank assure promise threaten target hurt wound kill bury mourn protest march \
 gather unite divide separate connect link supply export import produce increase lower double halve cap freeze waive \
 tighten loosen favor prefer avoid prevent ignore monitor track trace follow chase hire fire train educate inform notify";

const ADJECTIVES: &str = "new other first last long great little own old right big high different small large next early \
 young important few public bad same able political economic local national international foreign military federal \
 global recent major key main senior former current possible likely strong weak clear final full free general common \
 social financial legal central private official human open special difficult serious strict safe dangerous heavy light \
 deep broad narrow quick slow sharp steady sudden gradual quiet loud rich poor cheap expensive annual monthly weekly daily \
 regional rural urban coastal northern southern eastern western domestic bilateral mutual joint separate independent \
 temporary permanent partial total average rare frequent urgent crucial vital critical severe mild fair equal unequal \
 illegal criminal civil electoral constitutional diplomatic strategic technical medical scientific industrial commercial \
 agricultural environmental nuclear electric digital mobile secret hidden visible famous popular controversial contested \
 fragile stable hostile friendly peaceful violent armed wounded missing displaced homeless unemployed elderly pregnant";

/// Made words are built from these; a rank chooses, so their number is a power of two.
const SYLLABLES: [&str; 64] = [
    "ba", "bre", "ca", "co", "da", "de", "dra", "fa", "fe", "flo", "ga", "gre", "hi", "he", "ja", "ki", "ke",
    "kli", "la", "li", "lo", "ma", "me", "mo", "na", "no", "nu", "pa", "pe", "pla", "po", "pri", "qua", "ra",
    "re", "ri", "ro", "sa", "se", "shi", "so", "spa", "sta", "su", "ta", "te", "the", "ti", "to", "tra",
    "tu", "va", "ve", "vi", "vo", "wa", "we", "wi", "yo", "za", "ze", "zi", "bo", "cu",
];
const CODAS: [&str; 8] = ["n", "nd", "rt", "sk", "lm", "nt", "ck", "v"];
const NOUN_ENDS: [&str; 8] = ["", "er", "age", "ment", "or", "", "ism", "ant"];
const ADJECTIVE_ENDS: [&str; 8] = ["al", "ic", "ish", "ous", "ful", "ive", "ary", "less"];

struct Base {
    nouns: Vec<&'static str>,
    verbs: Vec<&'static str>,
    adjectives: Vec<&'static str>,
}

static BASE: std::sync::LazyLock<Base> = std::sync::LazyLock::new(|| Base {
    nouns: NOUNS.split_whitespace().collect(),
    verbs: VERBS.split_whitespace().collect(),
    adjectives: ADJECTIVES.split_whitespace().collect(),
});

/// Writes the noun of `rank`; of its forms, one or more.
pub fn noun(rank: u64, form: Form, out: &mut String) {
    if let Some(word) = BASE.nouns.get(rank as usize) {
        out.push_str(word);
    } else {
        stem(rank, out);
        out.push_str(NOUN_ENDS[(rank % 8) as usize]);
    }
    if form == Form::S {
        add_s(out);
    }
}

/// Writes the verb of `rank`.
pub fn verb(rank: u64, form: Form, out: &mut String) {
    if let Some(word) = BASE.verbs.get(rank as usize) {
        out.push_str(word);
    } else {
        stem(rank, out);
    }
    let consonant_y =
        out.ends_with('y') && !out.ends_with("ay") && !out.ends_with("oy") && !out.ends_with("ey");
    match form {
        Form::Base => {}
        Form::S => add_s(out),
        Form::Ed if consonant_y => {
            out.pop();
            out.push_str("ied");
        }
        Form::Ed if out.ends_with('e') => out.push('d'),
        Form::Ed => out.push_str(if out.ends_with('p') && out.ends_with("ap") { "ped" } else { "ed" }),
        Form::Ing => {
            if out.ends_with('e') && !out.ends_with("ee") {
                out.pop();
            }
            out.push_str("ing");
        }
    }
}

/// Writes the adjective of `rank`.
pub fn adjective(rank: u64, out: &mut String) {
    if let Some(word) = BASE.adjectives.get(rank as usize) {
        out.push_str(word);
    } else {
        stem(rank, out);
        out.push_str(ADJECTIVE_ENDS[(rank % 8) as usize]);
    }
}

/// Writes a made stem; the frequent ones are the short ones.
pub fn stem(rank: u64, out: &mut String) {
    let syllables = if rank < 1 << 15 {
        2
    } else if rank < 1 << 21 {
        3
    } else {
        4
    };
    let bits = 6 * syllables + 3;
    let mut n = mixed(rank, bits);
    for _ in 0..syllables {
        out.push_str(SYLLABLES[(n & 63) as usize]);
        n >>= 6;
    }
    out.push_str(CODAS[(n & 7) as usize]);
}

/// Another number of `bits` bits for each: neighbours in rank do not look alike.
fn mixed(n: u64, bits: u32) -> u64 {
    let mask = (1 << bits) - 1;
    let mut n = (n & mask).wrapping_mul(0x9e37_79b1) & mask;
    n ^= n >> (bits / 2);
    n = n.wrapping_mul(0x85eb_ca6b) & mask;
    n ^ (n >> (bits / 2))
}

fn add_s(out: &mut String) {
    if out.ends_with('y') && !out.ends_with("ay") && !out.ends_with("ey") && !out.ends_with("oy") {
        out.pop();
        out.push_str("ies");
    } else if out.ends_with("man") {
        out.truncate(out.len() - 2);
        out.push_str("en");
    } else if ["s", "x", "ch", "sh"].iter().any(|end| out.ends_with(end)) {
        out.push_str("es");
    } else {
        out.push('s');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl Fn(&mut String)) -> String {
        let mut out = String::new();
        write(&mut out);
        out
    }

    #[test]
    fn common_words_have_their_forms() {
        let check = |rank, form, expected: &str| assert_eq!(written(|out| verb(rank, form, out)), expected);
        let at = |word: &str| BASE.verbs.iter().position(|w| *w == word).unwrap() as u64;
        check(at("carry"), Form::Ed, "carried");
        check(at("use"), Form::Ing, "using");
        check(at("agree"), Form::Ing, "agreeing");
        check(at("play"), Form::S, "plays");
        check(at("cap"), Form::Ed, "capped");
        let company = BASE.nouns.iter().position(|w| *w == "company").unwrap() as u64;
        assert_eq!(written(|out| noun(company, Form::S, out)), "companies");
    }

    #[test]
    fn ranks_are_words_of_their_own() {
        let words: std::collections::BTreeSet<_> =
            (0..200_000).map(|rank| written(|out| noun(rank, Form::Base, out))).collect();
        assert!(words.len() > 195_000, "{}", words.len());
        assert!(words.iter().all(|word| word.bytes().all(|b| b.is_ascii_lowercase())));
    }
}
