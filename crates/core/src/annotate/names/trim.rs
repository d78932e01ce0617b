//! Names without what belongs to somebody else: the office after a company, "Flight" after an airline.
//!
//! **Invariant:** something of the name always stays, and only what stands at its end goes. Start at [`trim`].

use super::super::{Mention, NameKind};

/// Words in capitals that go on with a person or a number rather than end the name of a body.
const FOLLOWERS: &[&str] =
    &["CEO", "CEOs", "CFO", "COO", "CTO", "Chairman", "Chairwoman", "Flight", "Spokesman", "Spokeswoman"];

/// Cuts such words from the ends of `found`.
pub(super) fn trim(text: &str, found: &mut [Mention]) {
    for mention in found.iter_mut().filter(|m| matches!(m.kind, NameKind::Organization | NameKind::Place)) {
        let name = mention.span.of(text);
        if let Some((rest, last)) = name.rsplit_once(' ')
            && FOLLOWERS.contains(&last)
        {
            mention.span.end = mention.span.start + rest.trim_end().len() as u32;
        }
    }
}
