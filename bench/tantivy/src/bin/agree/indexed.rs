//! A corpus as tantivy has it: one segment in memory, an article a document.
//!
//! **Invariant:** what a word is and where a passage ends is Dateline's rule, written down here again: folded, without a
//! possessive ending, cut at the ends of blocks, sentences and the headline, and one beside the text is a passage more. Words
//! of one passage stand next to each other, those of the next far behind. Start at [`Indexed::of`].

use std::collections::BTreeSet;
use std::error::Error;

use dateline_core::corpus::{Article, Corpus};
use dateline_core::fold::{self, fold};
use dateline_core::terms::stem;
use tantivy::collector::{DocSetCollector, TopDocs};
use tantivy::query::Query;
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STRING, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{Index, Searcher, TantivyDocument};

/// The memory for building.
const BUDGET: usize = 200_000_000;
/// How far the words of a passage stand behind those of the one before.
const GAP: usize = 1000;
/// Seconds a day.
const DAY: i64 = 86_400;

/// What of an article is known to tantivy.
#[derive(Clone, Copy)]
pub struct Fields {
    /// Its words.
    pub words: Field,
    /// Their stems.
    pub stems: Field,
    /// The words of its headline, and their stems.
    pub titles: [Field; 2],
    /// The spellings of the entities that it names, each whole.
    pub spelled: Field,
    /// The numbers of those entities.
    pub named: Field,
    /// `publisher=the post`, `language=en`: what else is known of it.
    pub values: Field,
    /// The first and the last day on which it may have been published.
    pub days: [Field; 2],
    id: Field,
}

/// The corpus, to be asked.
pub struct Indexed {
    /// What of an article is known.
    pub fields: Fields,
    searcher: Searcher,
}

impl Indexed {
    /// Indexes `corpus`.
    pub fn of(corpus: &Corpus) -> Result<Self, Box<dyn Error>> {
        let mut schema = Schema::builder();
        let positions = TextFieldIndexing::default()
            .set_tokenizer("raw")
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        let text = TextOptions::default().set_indexing_options(positions);
        let fields = Fields {
            words: schema.add_text_field("words", text.clone()),
            stems: schema.add_text_field("stems", text.clone()),
            titles: [
                schema.add_text_field("title", text.clone()),
                schema.add_text_field("title_stems", text),
            ],
            spelled: schema.add_text_field("spelled", STRING),
            named: schema.add_u64_field("named", INDEXED),
            values: schema.add_text_field("values", STRING),
            days: ["first", "last"].map(|name| schema.add_i64_field(name, FAST | INDEXED)),
            id: schema.add_u64_field("id", FAST),
        };
        let index = Index::create_in_ram(schema.build());
        let mut writer = index.writer_with_num_threads(1, BUDGET)?;
        for (id, article) in (0..).zip(corpus.articles()) {
            writer.add_document(document(fields, corpus, id, article))?;
        }
        writer.commit()?;
        let segments = index.searchable_segment_ids()?;
        if segments.len() > 1 {
            writer.merge(&segments).wait()?;
        }
        writer.wait_merging_threads()?;
        Ok(Self { fields, searcher: index.reader()?.searcher() })
    }

    /// The articles that `query` finds, in the order of the corpus.
    pub fn found(&self, query: &dyn Query) -> Result<Vec<u32>, Box<dyn Error>> {
        let mut found = Vec::new();
        for address in self.searcher.search(query, &DocSetCollector)? {
            let ids = self.searcher.segment_reader(address.segment_ord).fast_fields().u64("id")?;
            found.extend(ids.first(address.doc_id).and_then(|id| u32::try_from(id).ok()));
        }
        found.sort_unstable();
        Ok(found)
    }

    /// The first `most` articles that `query` finds, the most relevant first, with their scores.
    pub fn ranked(&self, query: &dyn Query, most: usize) -> Result<Vec<(u32, f32)>, Box<dyn Error>> {
        let mut found = Vec::new();
        for (score, address) in self.searcher.search(query, &TopDocs::with_limit(most).order_by_score())? {
            let ids = self.searcher.segment_reader(address.segment_ord).fast_fields().u64("id")?;
            let id = ids.first(address.doc_id).and_then(|id| u32::try_from(id).ok());
            found.extend(id.map(|id| (id, score)));
        }
        Ok(found)
    }
}

fn document(fields: Fields, corpus: &Corpus, id: u32, article: &Article) -> TantivyDocument {
    let mut document = TantivyDocument::default();
    document.add_u64(fields.id, u64::from(id));
    let passages = passages(article);
    document.add_pre_tokenized_text(fields.words, tokens(&passages, str::to_owned));
    document.add_pre_tokenized_text(fields.stems, tokens(&passages, |word| stem(word).into_owned()));
    let own = &article.document;
    let title = [own.title.as_ref().map_or_else(Vec::new, |title| words(&title.value))];
    let [words, stems] = fields.titles;
    document.add_pre_tokenized_text(words, tokens(&title, str::to_owned));
    document.add_pre_tokenized_text(stems, tokens(&title, |word| stem(word).into_owned()));
    let mentions = 0..article.annotations.mentions.len() as u32;
    let entities: BTreeSet<u32> = mentions.filter_map(|mention| corpus.entity_of(id, mention)).collect();
    for entity in &entities {
        document.add_u64(fields.named, u64::from(*entity));
        let Some(entity) = corpus.entities().get(*entity as usize) else { continue };
        let forms = entity.forms.iter().filter_map(|form| corpus.forms().get(*form as usize));
        let spelled: BTreeSet<String> =
            forms.map(|form| &form.spelling).chain([&entity.name]).map(|spelled| fold(spelled)).collect();
        for spelled in &spelled {
            document.add_text(fields.spelled, spelled);
        }
    }
    let language = own.language.as_ref().map_or("none", |language| &language.value);
    let incomplete = if own.incomplete.is_some() { "yes" } else { "no" };
    document.add_text(fields.values, format!("language={language}"));
    document.add_text(fields.values, format!("incomplete={incomplete}"));
    if let Some(publisher) = &own.publisher {
        document.add_text(fields.values, format!("publisher={}", fold(&publisher.value)));
    }
    if let Some(when) = own.published.when {
        let [first, last] = fields.days;
        document.add_i64(first, when.interval.from.div_euclid(DAY));
        document.add_i64(last, (when.interval.to - 1).div_euclid(DAY));
    }
    document
}

/// The words of `text`, folded, without a possessive ending.
pub fn words(text: &str) -> Vec<String> {
    fold::words(text).map(|(_, word)| bare(&word)).collect()
}

/// The words of each passage of `article`.
pub fn passages(article: &Article) -> Vec<Vec<String>> {
    let document = &article.document;
    let blocks = document.blocks.iter().map(|block| block.span);
    let headline = document.title.iter().filter_map(|title| title.span);
    let spans = blocks.chain(document.sentences.iter().map(|sentence| sentence.span)).chain(headline);
    let cuts: BTreeSet<u32> = spans.flat_map(|span| [span.start, span.end]).collect();
    let mut cuts = cuts.into_iter().peekable();
    let mut passages = vec![Vec::new()];
    for (span, word) in fold::words(&document.text) {
        while cuts.next_if(|cut| *cut <= span.start).is_some() {
            passages.push(Vec::new());
        }
        passages.last_mut().into_iter().for_each(|passage| passage.push(bare(&word)));
    }
    passages
        .extend(document.title.iter().filter(|title| title.span.is_none()).map(|title| words(&title.value)));
    passages.retain(|passage| !passage.is_empty());
    passages
}

fn bare(word: &str) -> String {
    word.strip_suffix("'s").filter(|rest| !rest.is_empty()).unwrap_or(word).to_owned()
}

fn tokens(passages: &[Vec<String>], form: impl Fn(&str) -> String) -> PreTokenizedString {
    let mut position = 0;
    let mut tokens = Vec::new();
    for passage in passages {
        for word in passage {
            tokens.push(Token { position, text: form(word), position_length: 1, ..Token::default() });
            position += 1;
        }
        position += GAP;
    }
    PreTokenizedString { text: String::new(), tokens }
}
