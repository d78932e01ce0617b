//! Bytes into data, as serde asks for it.
//!
//! **Invariant:** it gives what was written or panics; nothing is read beyond the bytes. Start at [`In`].

use serde::de::value::U32Deserializer;
use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer as _, Visitor};

use super::{Never, wrong};

/// The bytes that are left.
pub struct In<'a>(pub &'a [u8]);

impl<'a> In<'a> {
    fn number(&mut self) -> u64 {
        let (mut number, mut shift) = (0, 0);
        loop {
            let Some((byte, rest)) = self.0.split_first() else { wrong() };
            self.0 = rest;
            if shift < 64 {
                number |= u64::from(byte & 127) << shift;
            }
            if *byte < 128 {
                return number;
            }
            shift += 7;
        }
    }

    fn bytes(&mut self) -> &'a [u8] {
        let len = self.number() as usize;
        let Some((bytes, rest)) = self.0.split_at_checked(len) else { wrong() };
        self.0 = rest;
        bytes
    }

    fn text(&mut self) -> &'a str {
        std::str::from_utf8(self.bytes()).unwrap_or_else(|_| wrong())
    }
}

/// A method of the deserializer for each kind of number.
macro_rules! numbers {
    ($($name:ident $visit:ident: $as:expr,)*) => {
        $(fn $name<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Never> {
            visitor.$visit($as(self.number()))
        })*
    };
}

/// What never stands in plain data, or says of itself what it is.
macro_rules! none {
    ($($name:ident)*) => {
        $(fn $name<V: Visitor<'a>>(self, _: V) -> Result<V::Value, Never> {
            wrong()
        })*
    };
}

impl<'a> Deserializer<'a> for &mut In<'a> {
    type Error = Never;

    numbers! {
        deserialize_bool visit_bool: |n| n != 0,
        deserialize_u8 visit_u8: |n| n as u8,
        deserialize_u16 visit_u16: |n| n as u16,
        deserialize_u32 visit_u32: |n| n as u32,
        deserialize_u64 visit_u64: |n: u64| n,
        deserialize_i8 visit_i8: |n: u64| n.cast_signed() as i8,
        deserialize_i16 visit_i16: |n: u64| n.cast_signed() as i16,
        deserialize_i32 visit_i32: |n: u64| n.cast_signed() as i32,
        deserialize_i64 visit_i64: u64::cast_signed,
        deserialize_f32 visit_f32: |n| f64::from_bits(n) as f32,
        deserialize_f64 visit_f64: f64::from_bits,
        deserialize_char visit_char: |n| char::from_u32(n as u32).unwrap_or_else(|| wrong()),
    }
    none! { deserialize_any deserialize_map deserialize_identifier deserialize_ignored_any }

    fn deserialize_str<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_borrowed_str(self.text())
    }
    fn deserialize_string<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_borrowed_str(self.text())
    }
    fn deserialize_bytes<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_borrowed_bytes(self.bytes())
    }
    fn deserialize_byte_buf<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_borrowed_bytes(self.bytes())
    }
    fn deserialize_option<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Never> {
        if self.number() == 0 { visitor.visit_none() } else { visitor.visit_some(self) }
    }
    fn deserialize_unit<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }
    fn deserialize_unit_struct<V: Visitor<'a>>(self, _: &'static str, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }
    fn deserialize_newtype_struct<V: Visitor<'a>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_newtype_struct(self)
    }
    fn deserialize_seq<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Never> {
        let left = self.number() as usize;
        visitor.visit_seq(Items { from: self, left })
    }
    fn deserialize_tuple<V: Visitor<'a>>(self, _: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }
    fn deserialize_tuple_struct<V: Visitor<'a>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }
    fn deserialize_struct<V: Visitor<'a>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }
    fn deserialize_enum<V: Visitor<'a>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_enum(Fields(self))
    }
    fn is_human_readable(&self) -> bool {
        false
    }
}

/// A list, whose length was written.
struct Items<'b, 'a> {
    from: &'b mut In<'a>,
    left: usize,
}

impl<'a> de::SeqAccess<'a> for Items<'_, 'a> {
    type Error = Never;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'a>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        seed.deserialize(&mut *self.from).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

/// Fields, whose number the type knows, and variants.
struct Fields<'b, 'a>(&'b mut In<'a>);

impl<'a> de::SeqAccess<'a> for Fields<'_, 'a> {
    type Error = Never;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'a>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        seed.deserialize(&mut *self.0).map(Some)
    }
}

impl<'a> de::EnumAccess<'a> for Fields<'_, 'a> {
    type Error = Never;
    type Variant = Self;

    fn variant_seed<T: DeserializeSeed<'a>>(self, seed: T) -> Result<(T::Value, Self), Never> {
        let index: U32Deserializer<Never> = (self.0.number() as u32).into_deserializer();
        seed.deserialize(index).map(|variant| (variant, self))
    }
}

impl<'a> de::VariantAccess<'a> for Fields<'_, 'a> {
    type Error = Never;

    fn unit_variant(self) -> Result<(), Never> {
        Ok(())
    }
    fn newtype_variant_seed<T: DeserializeSeed<'a>>(self, seed: T) -> Result<T::Value, Never> {
        seed.deserialize(self.0)
    }
    fn tuple_variant<V: Visitor<'a>>(self, _: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(self)
    }
    fn struct_variant<V: Visitor<'a>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(self)
    }
}
