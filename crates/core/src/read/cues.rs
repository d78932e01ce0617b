//! What furniture says: the set phrases of navigation, consent, sharing, subscription and players on news pages.
//!
//! **Invariant:** phrases are folded (small letters, straight apostrophes) and general to the web; a phrase found
//! inside a line counts only where the line is short, so a story about subscriptions stays a story.
//! Start at [`cue`].

/// What a set phrase makes of its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    /// Navigation, consent, sharing, subscription, advertisement, player.
    Furniture,
    /// The same, and it says that the text is cut here.
    Incomplete,
    /// The headline of another article follows in the line.
    Related,
    /// Headlines of other articles follow in the next lines.
    RelatedHead,
}

/// Whole lines.
#[rustfmt::skip]
const EXACT: &[&str] = &[
    "about us", "accept", "accept all", "ad", "ads", "advertise with us", "advertisement", "advertising",
    "all rights reserved", "back to top", "bookmark", "close", "comment", "comments", "contact us",
    "continue", "cookie policy", "cookies", "copied", "copy link", "copy url", "dismiss", "donate",
    "download the app", "email", "embed", "facebook", "follow us", "get in touch", "gift this article",
    "home", "instagram", "link copied", "linkedin", "listen", "listen to this article", "live", "loading",
    "log in", "login", "menu", "messenger", "more", "most popular", "most read", "mute", "newsletter",
    "newsletters", "next", "next article", "open", "pause", "pinterest", "play", "play video", "previous",
    "previous article", "print", "privacy policy", "promoted", "reddit", "register", "reject all",
    "report this ad", "save", "save article", "save this story", "search", "settings", "share",
    "share on facebook", "share on twitter", "share this", "share this article", "share this story",
    "show more", "sign in", "sign up", "skip", "skip ad", "skip advertisement", "skip to content",
    "skip to main content", "sponsored", "sponsored content", "subscribe", "subscribe now", "support us",
    "telegram", "terms and conditions", "terms of service", "terms of use", "text size", "threads",
    "tiktok", "toggle caption", "top stories", "translate", "tweet", "twitter", "unmute", "view comments",
    "watch live", "whatsapp", "x", "youtube",
];

/// Beginnings of lines.
#[rustfmt::skip]
const STARTS: &[&str] = &[
    "a version of this article appeared", "accept cookies", "add as preferred source", "add us as",
    "advertisement ", "all rights reserved", "already a subscriber", "already have an account",
    "become a member", "become a supporter", "by clicking", "by signing up", "by subscribing",
    "by submitting", "click here", "create an account", "create a free account", "do you have a story",
    "don't have an account", "don't miss", "download our app", "enable javascript", "enter your email",
    "error loading", "find out more about", "follow us", "for an optimal experience",
    "for more information about our", "for the latest headlines", "get more news", "get the latest",
    "get unlimited", "have a tip", "image source,", "jump to ", "join the conversation", "join us on",
    "keep up with", "listen to this", "log in to", "no ads.", "not a subscriber", "notification-",
    "originally published", "please enable", "please log in", "please sign in", "please subscribe",
    "save this", "scroll to ", "share this", "share via", "sign in to", "sign up ", "skip to ",
    "stay informed", "stay up to date", "subscribe for", "subscribe now", "subscribe to",
    "support independent", "support our", "support quality", "tap here", "thank you for registering",
    "thank you for subscribing", "thanks for reading", "the views expressed", "this article was originally",
    "this content is ", "this site uses", "this video can not", "this website uses", "to enjoy our content",
    "to view this", "turn on desktop", "view this post on", "we use cookies", "we value your privacy",
    "you are currently", "you can unsubscribe", "you may unsubscribe", "your browser does", "© ", "©",
];

/// Beginnings of lines of at most six words.
const SHORT_STARTS: &[&str] =
    &["copyright ", "donate ", "download the ", "get our ", "join our ", "send us ", "support the "];

/// Anywhere in a short line.
#[rustfmt::skip]
const INSIDE: &[&str] = &[
    "not responsible for the content of external",
    "accept our terms", "ad blocker", "add your comment", "all rights reserved", "another browser",
    "be the first to know", "breaking news alerts", "browser does not support",
    "browser is not supported", "cookie policy", "cookie settings", "daily briefing",
    "delivered to your inbox", "download our app", "enable javascript", "follow our coverage",
    "follow us on", "get instant alerts", "in your inbox", "javascript is disabled",
    "join our newsletter", "our newsletter", "our telegram channel", "our whatsapp channel",
    "privacy policy", "share this article", "sign up for", "sign up to",
    "subscribe to our", "terms of service", "terms of use", "to your inbox", "unlimited access",
    "update your browser", "updates based on your interests", "view in browser", "your email address",
    "your inbox",
];

/// Says that the text is cut here.
#[rustfmt::skip]
const CUT: &[&str] = &[
    "articles remaining", "become a member to read", "continue reading", "create an account to read",
    "for subscribers only", "free article limit", "free articles", "free limit", "is for subscribers",
    "keep reading", "log in to continue", "log in to read", "only available to subscribers",
    "premium content", "read the full article", "read the full story", "read the rest",
    "reached your limit", "register to continue", "register to read", "sign in to continue",
    "sign in to read", "sign up to read", "subscribe to continue", "subscribe to read", "subscriber only",
    "subscriber-only", "subscribers-only", "subscribers only", "subscription required",
    "this article is behind", "to continue reading", "to read this article", "unlock this article",
];

/// Another article's headline follows in the line.
#[rustfmt::skip]
const RELATED: &[&str] = &[
    "also read", "also see", "don't miss:", "editor's pick", "in case you missed", "listen:", "more from ",
    "more on ", "more:", "must read", "read also", "read more", "read next", "read:", "recommended",
    "related", "see also", "see more", "up next", "watch more", "watch:", "what to read next",
    "you may also", "you might also",
];

/// What follows the above where they stand over a list.
#[rustfmt::skip]
const HEADS: &[&str] = &[
    "", "articles", "be interested in", "content", "coverage", "for you", "from us", "in", "internet links", "it", "like",
    "links", "news", "on this", "on this story", "posts", "reading", "stories", "story", "this story",
    "this topic", "topics",
];

/// What the folded `line` of `words` words says by set phrases, or `None`.
pub(super) fn cue(line: &str, words: usize) -> Option<Cue> {
    let line = line.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '*' | '_' | '#' | '>' | '•' | '·' | '|' | '-')
    });
    // What somebody says is a story, even one about subscriptions.
    if line.contains('"')
        || ["said", "says", "told", "according"].iter().any(|w| line.split(' ').any(|l| l == *w))
    {
        return is_list_of(line).then_some(Cue::Related);
    }
    if words <= 30 && CUT.iter().any(|cue| line.contains(cue)) {
        return Some(Cue::Incomplete);
    }
    if is_list_of(line) {
        return Some(Cue::Related);
    }
    let bare = line.trim_end_matches([':', '.', '!', '…', '›', '»', '→']).trim_end();
    if EXACT.contains(&bare) {
        return Some(Cue::Furniture);
    }
    if let Some(rest) = RELATED.iter().find_map(|cue| line.strip_prefix(cue)) {
        let title =
            rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '-' | '–' | '—' | '|'));
        let is_set_off = rest.len() > title.len() + 1 || rest.starts_with([':', '|']);
        if HEADS.contains(&title.trim_end_matches([':', '.', '…'])) {
            return Some(Cue::RelatedHead);
        }
        // "Related officials said on Friday that …" is prose: a headline has no stop, or the cue its colon.
        if words <= 30
            && (is_set_off || line.starts_with("read ") || line.starts_with("also "))
            && !line.ends_with('.')
        {
            return Some(Cue::Related);
        }
    }
    let is_furniture = words <= 6 && SHORT_STARTS.iter().any(|cue| line.starts_with(cue))
        || words <= 25 && STARTS.iter().any(|cue| line.starts_with(cue))
        || words <= 40 && INSIDE.iter().any(|cue| line.contains(cue));
    is_furniture.then_some(Cue::Furniture)
}

/// `list 1 of 3Headline`: a page's list of other articles, as a screen reader hears it.
fn is_list_of(line: &str) -> bool {
    let Some(rest) = line.strip_prefix("list ") else { return false };
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.strip_prefix(" of ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<Cue>) {
        assert_eq!(cue(&crate::fold::fold(line), line.split_whitespace().count()), expected, "{line}");
    }

    #[test]
    fn set_phrases_of_pages_are_known() {
        check("Skip to main content", Some(Cue::Furniture));
        check("close", Some(Cue::Furniture));
        check("Your browser does not support the video tag.", Some(Cue::Furniture));
        check("We use cookies to improve your experience.", Some(Cue::Furniture));
        check("© 2026 The Example. All rights reserved.", Some(Cue::Furniture));
        check("Sign up for our newsletter", Some(Cue::Furniture));
    }

    #[test]
    fn a_line_that_says_the_text_is_cut() {
        check("Subscribe to continue reading.", Some(Cue::Incomplete));
        check("You have 2 free articles left this month", Some(Cue::Incomplete));
        check("This story is for subscribers only.", Some(Cue::Incomplete));
    }

    #[test]
    fn headlines_of_other_articles() {
        check("* list 2 of 3Ukraine says the talks were ‘productive’", Some(Cue::Related));
        check("Read more: Ukraine and Russia swap prisoners", Some(Cue::Related));
        check("Related articles", Some(Cue::RelatedHead));
        check("Also read | How the grid was hit", Some(Cue::Related));
    }

    #[test]
    fn prose_is_left_alone() {
        check("The company said on Friday that subscribers would pay more.", None);
        check("The claim is not supported by evidence, he said by email.", None);
        check("The privacy policy breaks the law, a court in Berlin said on Friday.", None);
        check("Share prices fell sharply after the talks in Miami ended.", None);
        check("The list of 3 demands was read out by the minister.", None);
        check("Related officials said on Friday that the talks had failed in Geneva.", None);
    }
}
