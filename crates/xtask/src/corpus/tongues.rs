//! Articles in other languages, a few in a hundred: every real folder has some.
//!
//! They are of a handful of sentences with a story's names and made words, enough for a language to be told.
//! **Invariant:** the small words are the language's own. Start at [`article`].

use super::chance::Chance;
use super::names::capital;
use super::prose::Article;
use super::story::Story;

/// Sentences by language: `{L}` is somebody, `{C}` a city, `{N}` a made noun, `{T}` a town.
#[rustfmt::skip]
const TONGUES: [&[&str]; 4] = [
    &[
        "{L} hat am Montag in {C} gesagt, dass die Regierung den {N} nicht unterstützen wird.",
        "Nach Angaben der Polizei sind in {T} mindestens zwölf Menschen verletzt worden.",
        "„Wir werden den {N} nicht vergessen“, sagte {L} nach dem Treffen mit den Vertretern der Stadt.",
        "Die Gespräche über den {N} und das {N} sollen in der nächsten Woche in {C} fortgesetzt werden.",
        "Der Preis für ein {N} ist im vergangenen Jahr um 3,5 Prozent gestiegen.",
    ],
    &[
        "{L} a déclaré lundi à {C} que le gouvernement ne soutiendra pas le {N}.",
        "Selon la police, au moins douze personnes ont été blessées dans la ville de {T}.",
        "« Nous ne pouvons pas oublier le {N} », a dit {L} après la réunion avec les élus.",
        "Les discussions sur le {N} et la {N} doivent reprendre la semaine prochaine à {C}.",
        "Le prix du {N} a augmenté de 3,5 % en un an, a annoncé le ministère.",
    ],
    &[
        "{L} dijo el lunes en {C} que el gobierno no va a apoyar el {N}.",
        "Según la policía, al menos doce personas resultaron heridas en la ciudad de {T}.",
        "«No vamos a olvidar el {N}», dijo {L} después de la reunión con los vecinos.",
        "Las conversaciones sobre el {N} y la {N} se reanudarán la próxima semana en {C}.",
        "El precio del {N} subió un 3,5 % en el último año, según el ministerio.",
    ],
    &[
        "{L} заявив у понеділок, що уряд не підтримає {N}, і що це рішення остаточне.",
        "За даними поліції, у місті {T} постраждали щонайменше дванадцять людей.",
        "«Ми не забудемо про {N}», — сказала {L} після зустрічі з мешканцями.",
        "Переговори щодо {N} мають відновитися наступного тижня в місті {C}.",
        "Ціна на {N} за рік зросла на 3,5 відсотка, повідомило міністерство.",
    ],
];

/// An article of `story` in another language, of about `tokens` words.
pub fn article(story: &Story, tokens: u64, mut chance: Chance) -> Article {
    let sentences = chance.one_of(&TONGUES);
    let sentence = |chance: &mut Chance| {
        let (mut out, mut rest) = (String::new(), chance.one_of(sentences));
        while let Some((before, (slot, after))) =
            rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
        {
            out.push_str(before);
            match slot {
                "L" => {
                    let at = chance.low(story.people.len() as u64) as usize;
                    out.push_str(story.people.get(at).map_or("", |person| &person.full));
                }
                "C" => out.push_str(story.city),
                "T" => out.push_str(&story.town),
                _ => capital(chance.rank(), &mut out),
            }
            rest = after;
        }
        out + rest
    };
    let title = sentence(&mut chance).trim_end_matches('.').to_owned();
    let (mut paragraphs, mut written) = (Vec::new(), 0);
    while written < tokens || paragraphs.is_empty() {
        let paragraph = format!("{} {}", sentence(&mut chance), sentence(&mut chance));
        written += 1 + paragraph.bytes().filter(|b| *b == b' ').count() as u64;
        paragraphs.push(paragraph);
    }
    Article { title, paragraphs, caption: story.city.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_in_one_language_and_whole() {
        let story = Story::of(1, 1, 10, 0);
        let all: Vec<_> =
            (0..40).map(|n| article(&story, 100, Chance::new(n)).paragraphs.join(" ")).collect();
        assert!(all.iter().all(|text| !text.contains(['{', '}'])), "{all:?}");
        assert!(
            all.iter().any(|text| text.contains(" nicht ")) && all.iter().any(|text| text.contains(" що "))
        );
        assert!(all.iter().all(|text| !(text.contains(" nicht ") && text.contains(" que "))), "{all:?}");
    }
}
