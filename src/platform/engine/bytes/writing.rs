//! Data into bytes, as serde hands it over.
//!
//! **Invariant:** it never fails; lists know their length before they are written. Start at [`Out`].

use serde::ser::{self, Serialize, Serializer};

use super::{Never, wrong};

type Done = Result<(), Never>;

/// The bytes so far.
pub struct Out(pub Vec<u8>);

impl Out {
    fn number(&mut self, mut number: u64) {
        while number > 127 {
            self.0.push(number as u8 | 128);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    fn text(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        self.0.extend_from_slice(bytes);
    }
}

/// A method of the serializer for each kind of number.
macro_rules! numbers {
    ($($name:ident $kind:ty: $as:expr,)*) => {
        $(fn $name(self, value: $kind) -> Done {
            self.number($as(value));
            Ok(())
        })*
    };
}

impl Serializer for &mut Out {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = ser::Impossible<(), Never>;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    numbers! {
        serialize_bool bool: u64::from,
        serialize_u8 u8: u64::from,
        serialize_u16 u16: u64::from,
        serialize_u32 u32: u64::from,
        serialize_u64 u64: u64::from,
        serialize_i8 i8: |v| i64::from(v).cast_unsigned(),
        serialize_i16 i16: |v| i64::from(v).cast_unsigned(),
        serialize_i32 i32: |v| i64::from(v).cast_unsigned(),
        serialize_i64 i64: i64::cast_unsigned,
        serialize_f32 f32: |v| f64::from(v).to_bits(),
        serialize_f64 f64: f64::to_bits,
        serialize_char char: |v| u64::from(u32::from(v)),
    }
    fn serialize_str(self, text: &str) -> Done {
        self.text(text.as_bytes());
        Ok(())
    }
    fn serialize_bytes(self, bytes: &[u8]) -> Done {
        self.text(bytes);
        Ok(())
    }
    fn serialize_none(self) -> Done {
        self.number(0);
        Ok(())
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Done {
        self.number(1);
        value.serialize(self)
    }
    fn serialize_unit(self) -> Done {
        Ok(())
    }
    fn serialize_unit_struct(self, _: &'static str) -> Done {
        Ok(())
    }
    fn serialize_unit_variant(self, _: &'static str, index: u32, _: &'static str) -> Done {
        self.number(index.into());
        Ok(())
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Done {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        index: u32,
        _: &'static str,
        value: &T,
    ) -> Done {
        self.number(index.into());
        value.serialize(self)
    }
    fn serialize_seq(self, len: Option<usize>) -> Result<Self, Never> {
        let Some(len) = len else { wrong() };
        self.number(len as u64);
        Ok(self)
    }
    fn serialize_tuple(self, _: usize) -> Result<Self, Never> {
        Ok(self)
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, Never> {
        Ok(self)
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        index: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self, Never> {
        self.number(index.into());
        Ok(self)
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Never> {
        wrong()
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Never> {
        Ok(self)
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        index: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self, Never> {
        self.number(index.into());
        Ok(self)
    }
    fn is_human_readable(&self) -> bool {
        false
    }
}

/// What is made of parts writes one after the other.
macro_rules! parts {
    ($($name:ident $part:ident $($key:ty)?,)*) => {
        $(impl ser::$name for &mut Out {
            type Ok = ();
            type Error = Never;
            fn $part<T: Serialize + ?Sized>(&mut self, $(_: $key,)? value: &T) -> Done {
                value.serialize(&mut **self)
            }
            fn end(self) -> Done {
                Ok(())
            }
        })*
    };
}

parts! {
    SerializeSeq serialize_element,
    SerializeTuple serialize_element,
    SerializeTupleStruct serialize_field,
    SerializeTupleVariant serialize_field,
    SerializeStruct serialize_field &'static str,
    SerializeStructVariant serialize_field &'static str,
}
