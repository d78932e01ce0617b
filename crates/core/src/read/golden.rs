//! What is read from each of the sample articles, line by line.
//!
//! **Invariant:** these are a picture of today's reading, to be looked at in review; `UPDATE_EXPECT=1` refreshes them.
//! Start at `picture`.

use expect_test::{Expect, expect};

use super::{Document, LineRule, read};

fn picture(d: &Document) -> String {
    use std::fmt::Write as _;
    let mut out = String::new();
    let when = d.published.when.map(|w| {
        let (a, b) = (w.interval.first_day().unwrap(), w.interval.last_day().unwrap());
        if a == b { a.to_string() } else { format!("{a}..{b} {:?} {:?}", w.granularity, w.certainty) }
    });
    let anchor = d
        .published
        .evidence
        .anchor
        .as_ref()
        .map(|a| a.passages.iter().map(|s| s.of(&d.text)).collect::<Vec<_>>());
    writeln!(
        out,
        "published {:?} {} by {} {:?}",
        d.published.dated,
        when.unwrap_or_default(),
        d.published.evidence.rule,
        anchor.unwrap_or_default()
    )
    .unwrap();
    for (name, field) in [
        ("title", &d.title),
        ("publisher", &d.publisher),
        ("author", &d.author),
        ("url", &d.url),
        ("language", &d.language),
    ] {
        if let Some(f) = field {
            let at = if f.span.is_some() { "" } else { " (no span)" };
            writeln!(out, "{name} {}{at} by {}", f.value, f.evidence.rule).unwrap();
        }
    }
    if let Some(span) = d.incomplete {
        writeln!(out, "incomplete {:?}", span.of(&d.text)).unwrap();
    }
    for p in &d.problems {
        writeln!(out, "problem {}", p.what).unwrap();
    }
    for (i, b) in d.blocks.iter().enumerate() {
        let start: String = b.span.of(&d.text).chars().take(40).collect();
        let n = d.sentences.iter().filter(|s| s.block as usize == i).count();
        let credit = b.credit.map_or(String::new(), |c| format!(" | credit {}", c.of(&d.text)));
        let rule = if b.rule == LineRule::Text { String::new() } else { format!(" < {}", b.rule.id()) };
        writeln!(out, "{n} {} {}{credit}{rule}", b.kind.name(), start.replace('\n', "⏎")).unwrap();
    }
    writeln!(out, "{} sentences", d.sentences.len()).unwrap();
    out
}

fn check(file: &str, bytes: &[u8], expected: &Expect) {
    expected.assert_eq(&picture(&read(file, bytes)));
}

#[test]
fn seed_000_is_stated_and_names_its_site_in_the_title() {
    check(
        "000.txt",
        include_bytes!("../../../../seeds/000_f4d7d6a1751faa29.txt"),
        &expect![[r#"
            published Stated 2026-02-07 by front-matter ["2026-02-07"]
            title US has given Ukraine and Russia June deadline to end war: Zelenskyy by front-matter
            publisher Al Jazeera by title-suffix
            url https://aljazeera.com/news/2026/2/7/us-has-given-ukraine-and-russia-june-deadline-to-end-war-zelenskyy by front-matter
            language en (no span) by small-words
            0 metadata ---⏎title: "US has given Ukraine and Rus < line-front-matter
            1 caption A Ukrainian soldier stands in a field at | credit [File: AIryna Rybakova/AFP] < line-credit
            1 paragraph The United States has given Ukraine and 
            1 paragraph “The Americans are proposing the parties
            1 related * list 1 of 3Ukraine, Russia begin secon < line-related-phrase
            1 related * list 2 of 3Ukraine says first day of p < line-related-phrase
            1 related * list 3 of 3Russia-Ukraine talks conclu < line-related-phrase
            2 paragraph He added that President Donald Trump’s a
            2 paragraph Trump had boasted that he would end the 
            5 paragraph The new deadline comes after US-mediated
            2 paragraph However, the two sides agreed to each ha
            1 paragraph US special envoy Steve Witkoff, who led 
            1 paragraph American officials did not state what ac
            1 paragraph While the two sides are already at the n
            2 furniture notification-importantGet instant alerts < line-phrase
            1 paragraph Zelenskyy said on Saturday that Russia l
            1 paragraph He said that Russia could choose real di
            2 paragraph “It is crucial that everyone who support
            1 paragraph Russia’s negotiator Kirill Dmitriev told
            2 paragraph Earlier this week, Ukrainian officials s
            1 paragraph Since mid-January, Russia has targeted p
            2 paragraph On January 29, Trump said Putin had agre
            2 paragraph The Ukrainian Air Force spokesperson Yur
            1 furniture [](https://aljazeera.com/news/2026/2/7/< < line-bare
            1 furniture Your browser does not support the audio  < line-phrase
            36 sentences
        "#]],
    );
}

#[test]
fn seed_001_has_a_date_line_and_no_publisher() {
    check(
        "001.txt",
        include_bytes!("../../../../seeds/001_bf9ddea0df826b44.txt"),
        &expect![[r#"
            published Stated 2026-01-30 by printed-date ["Friday 30/January/2026 19:52"]
            title Kremlin says Trump asked Putin not to hit Kyiv until Feb 1 by headline
            author dw by byline
            language en (no span) by small-words
            1 title Kremlin says Trump asked Putin not to hi < line-headline
            1 dateline World Friday 30/January/2026 19:52 PM < line-date
            1 byline By: dw < line-by
            1 title Kremlin says Trump asked Putin not to hi < line-title-again
            1 paragraph The Kremlin said on Friday that Russian 
            1 paragraph According to Kremlin spokesman Dmitry Pe
            1 paragraph Peskov did not reveal when the request w
            1 paragraph During a Cabinet meeting in Washington o
            1 paragraph "I personally asked President Putin not 
            2 paragraph Ukrainian President Volodymyr Zelenskyy 
            1 paragraph The next round of trilateral peace talks
            1 crosshead Zelenskyy says Ukraine is ready for limi < line-heading
            1 paragraph President Volodymyr Zelenskyy said that 
            2 paragraph "If Russia doesn't fire on our energy fa
            2 paragraph Zelenskyy said the proposal for a limite
            1 paragraph Kremlin spokesman Dmitry Peskov confirme
            1 paragraph Zelenskyy also said that the teams negot
            1 paragraph "So far, we have been unable to find a c
            1 paragraph Moscow has long demanded Ukraine cede Do
            2 paragraph Zelenskyy said that further talks betwee
            24 sentences
        "#]],
    );
}

#[test]
fn seed_002_stays_undated() {
    check(
        "002.txt",
        include_bytes!("../../../../seeds/002_9fdb488ab7623215.txt"),
        &expect![[r"
            published Unknown  by no-date []
            title Trump to Meet Putin Next Week in Push for Ukraine Ceasefire by headline
            language en (no span) by small-words
            1 title Trump to Meet Putin Next Week in Push fo < line-headline
            2 standfirst Donald Trump is set to meet Vladimir Put < line-summary
            1 paragraph Washington, D.C. — Former U.S. President
            3 paragraph According to Reuters, Trump has indicate
            2 paragraph Following the lack of success from backc
            2 paragraph Trump also posted on Truth Social, sayin
            2 paragraph Trump has also announced plans to meet U
            2 paragraph “The talks are very likely to happen soo
            3 paragraph “They’ve proposed a face-to-face meeting
            3 paragraph He has also threatened secondary tariffs
            2 paragraph The deadline Trump set expires this Frid
            3 paragraph The last direct meeting between a U.S. a
            26 sentences
        "]],
    );
}

#[test]
fn seed_003_is_dated_by_its_caption_and_cut_short() {
    check(
        "003.txt",
        include_bytes!("../../../../seeds/003_3acc11cd6c52c232.txt"),
        &expect![[r#"
            published Inferred 2026-01-24..2026-01-30 Days Within by caption-weekday ["January 24, 2026", "Saturday"]
            title Zelensky welcomes ‘constructive’ negotiations with Russia by headline
            publisher Morning Star by furniture-names
            language en (no span) by small-words
            incomplete "You have reached the free limit.\nSubscribe to continue reading."
            1 furniture Skip to main content < line-phrase
            1 furniture NEU Senior Regional Support Officer < line-before
            1 title Zelensky welcomes ‘constructive’ negotia < line-headline
            1 caption People take shelter in a subway station  < line-scene
            1 paragraph TWO days of talks involving representati
            1 paragraph Negotiators will return to the United Ar
            1 paragraph The talks are the first known instance t
            1 paragraph “All parties agreed to report to their c
            1 paragraph The meetings covered a broad range of mi
            1 paragraph There was not yet an agreement on a fina
            1 paragraph President Zelensky, meanwhile, said ther
            1 paragraph US envoys Steve Witkoff and Jared Kushne
            1 paragraph According to President Zelensky, Russia 
            1 paragraph While President Zelensky said in Davos, 
            1 paragraph The second day of talks came as Russian 
            1 paragraph In Ukraine’s second-largest city, Kharki
            1 furniture The 95th Anniversary Appeal < line-after
            1 furniture Support the Morning Star < line-phrase
            1 furniture You have reached the free limit. < line-cut-phrase
            1 furniture Subscribe to continue reading. < line-cut-phrase
            20 sentences
        "#]],
    );
}

#[test]
fn seed_004_is_dated_by_its_caption_and_a_later_weekday() {
    check(
        "004.txt",
        include_bytes!("../../../../seeds/004_65f930d9f114bd18.txt"),
        &expect![[r#"
            published Inferred 2025-04-25..2025-04-27 Days Within by caption-weekday ["Friday", "Thursday", "Thursday", "this week", "April 24, 2025"]
            title Trump calls on Russia and Ukraine to hold direct ceasefire talks 'at very high levels' by headline
            author Alexander Smith, Nnamdi Egwuonwu, Daryna Mayer (no span) by byline
            language en (no span) by small-words
            2 furniture IE 11 is not supported. For an optimal e < line-phrase
            1 title Trump calls on Russia and Ukraine to hol < line-headline
            1 standfirst The president’s comments came after he s < line-summary
            1 furniture Get more newsLiveon < line-phrase
            1 paragraph President Donald Trump called on Russia 
            2 paragraph “A good day in talks and meetings with R
            1 paragraph Representatives for Russia and Ukraine d
            1 paragraph The two countries have not held direct t
            1 paragraph Yuri Ushakov, a foreign policy aide to P
            1 paragraph “This conversation allowed to bring posi
            1 paragraph “I would like to note that in accordance
            1 paragraph Witkoff did not immediately respond to a
            2 paragraph Putin told a Russian state TV reporter o
            1 paragraph Trump’s call for direct negotiations cam
            2 paragraph “Zelenskyy understands that,” Trump said
            1 paragraph One of Ukraine’s most prominent politici
            1 paragraph Klitschko told the BBC on Friday morning
            1 paragraph “It’s not fair,” he added, “but for the 
            1 paragraph Serhiy Leshchenko, an adviser in Zelensk
            2 paragraph Klitschko and Zelenskyy are political op
            2 paragraph The Ukrainian government has repeatedly 
            1 caption A Citywide Toloka Took Place In Kyiv < line-picture-title
            1 caption Vitali Klitschko is one of the most high | credit Oleksii Samsonov/ / Global Images Ukraine via Getty < line-credit
            1 paragraph The meeting between Putin and Witkoff on
            1 paragraph If confirmed, that would suggest that Py
            1 paragraph In a long post Friday, Zelenskyy said th
            2 paragraph Trump, who has often been accused of bei
            1 paragraph It’s those details that have so far been
            1 paragraph As a president who once promised he coul
            1 paragraph Trump recently conceded that his campaig
            1 paragraph “If somebody else is president, no chanc
            2 paragraph Russia is hesitant to give up what it se
            3 paragraph Putin launched a full-scale invasion of 
            1 paragraph That stance had already prompted an angr
            1 paragraph As well as diplomatically, Ukraine is un
            1 caption Missile Strikes Residential Building in  < line-picture-title
            1 caption Thursday's mass missile attack on Kyiv w | credit Kostiantyn Liberov / Libkos via Getty Images < line-credit
            2 paragraph The Kremlin launched more than 100 drone
            1 paragraph Trump condemned the missile strikes, tel
            1 paragraph Hours earlier, Trump issued a rare rebuk
            1 paragraph Trump also said in a post to his social 
            2 paragraph “It is at least three weeks late,” Trump
            1 byline Alexander Smith reported from London, Nn < line-by
            1 furniture close < line-phrase
            56 sentences
        "#]],
    );
}
