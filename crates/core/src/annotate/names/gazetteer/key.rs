//! Names as numbers: the key by which the compact tables know a spelling.
//!
//! A table of keys is a third of the size of a table of names, and a lookup needs no copy of the text.
//! **Invariant:** the same on every machine and for every way of writing one name: case, diacritics, apostrophes and
//! full stops do not count, and a hyphen is a space. Two names share a key once in four thousand million, and what the
//! tables keep of it as [`super::sorted::KEPT`] says.
//! Start at [`key`].

/// The key of `name`.
pub fn key(name: &str) -> u32 {
    // FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv, with a last mixing so that the upper bits are as good.
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut put = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let (mut gap, mut begun) = (false, false);
    let mut letter = |c: char| match c {
        '\'' | '’' | '‘' | '`' | 'ʼ' | 'ʻ' | '.' | ',' => {}
        c if c == '-' || c == '‑' || c.is_whitespace() => gap = begun,
        c => {
            if std::mem::take(&mut gap) {
                put(b' ');
            }
            begun = true;
            if c.is_ascii() {
                put(c as u8);
            } else {
                c.encode_utf8(&mut [0; 4]).bytes().for_each(&mut put);
            }
        }
    };
    for c in name.chars() {
        if c.is_ascii() {
            letter(c.to_ascii_lowercase());
        } else {
            crate::fold::fold(c.encode_utf8(&mut [0; 4])).chars().for_each(&mut letter);
        }
    }
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (hash >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn ways_of_writing_one_name_share_its_key() {
        let check = |a: &str, b: &str| assert_eq!(key(a), key(b), "{a} {b}");
        check("São Paulo", "SAO PAULO");
        check("Sana’a", "Sana'a");
        check("Guinea - Bissau", "Guinea-Bissau");
        check("al-Hasakah", "Al Hasakah");
        check("St. Petersburg", "St Petersburg");
        check("Washington, D.C.", "Washington DC");
        check(" Kyiv ", "Kyiv");
        assert_ne!(key("Kyiv"), key("Kiev"));
        assert_ne!(key("New York"), key("Newyork"));
    }
}
