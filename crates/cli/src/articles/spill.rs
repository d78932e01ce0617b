//! Bytes that are kept on the disk while a pack is built, in a file without a name that is gone with its process.
//!
//! **Invariant:** what was put is got back as it was, from any thread; what cannot be written or read is kept as a
//! failure, and whoever uses what came of it asks for that first. Start at [`Spill::put`] and [`Spill::get`].

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use dateline_core::corpus::Store;

use crate::failure::Failure;

/// Bytes on the disk.
#[derive(Debug)]
pub struct Spill {
    inside: Mutex<Inside>,
    /// The pack that it is beside, for a reader of failures.
    beside: String,
}

#[derive(Debug)]
struct Inside {
    file: File,
    /// How long it is.
    end: u64,
    failed: Option<io::Error>,
}

impl Spill {
    /// Nothing yet, in the folder in which `output` lies: where the pack has room, so have its parts.
    pub fn beside(output: &Path) -> Result<Self, Failure> {
        let dir = output.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let beside = output.display().to_string();
        let file = tempfile::tempfile_in(dir).map_err(|error| cannot(&beside, &error))?;
        Ok(Self { inside: Mutex::new(Inside { file, end: 0, failed: None }), beside })
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        // A panic while it was held leaves bytes that nobody asks for.
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many bytes there are.
    pub fn len(&self) -> u64 {
        self.inside().end
    }

    /// Adds all bytes to `out`.
    pub fn copy(&self, out: &mut impl Write) -> io::Result<()> {
        let mut inside = self.inside();
        inside.file.seek(SeekFrom::Start(0))?;
        io::copy(&mut inside.file, out).map(|_| ())
    }

    /// Fails where anything could not be written or read.
    pub fn whole(&self) -> Result<(), Failure> {
        self.inside().failed.take().map_or(Ok(()), |error| Err(cannot(&self.beside, &error)))
    }
}

impl Store for Spill {
    fn put(&self, bytes: &[u8]) -> u64 {
        let mut inside = self.inside();
        let at = inside.end;
        let written = inside.file.seek(SeekFrom::Start(at)).and_then(|_| inside.file.write_all(bytes));
        inside.end += bytes.len() as u64;
        inside.keep(written);
        at
    }

    fn get(&self, at: u64, length: u32) -> Option<Vec<u8>> {
        let mut bytes = vec![0; length as usize];
        let mut inside = self.inside();
        let read = inside.file.seek(SeekFrom::Start(at)).and_then(|_| inside.file.read_exact(&mut bytes));
        inside.keep(read).map(|()| bytes)
    }
}

impl Inside {
    fn keep(&mut self, done: io::Result<()>) -> Option<()> {
        done.map_err(|error| self.failed = Some(error)).ok()
    }
}

fn cannot(pack: &str, error: &io::Error) -> Failure {
    Failure::wrong(format!("expected to write {pack}, found: {error}: choose another place with -o"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_is_got_back_and_what_was_not_is_a_failure() {
        let dir = tempfile::tempdir().unwrap();
        let spill = Spill::beside(&dir.path().join("x.pack")).unwrap();
        let places: Vec<u64> = [b"one".as_slice(), b"", b"two"].map(|bytes| spill.put(bytes)).to_vec();
        assert_eq!((places, spill.len()), (vec![0, 3, 3], 6));
        assert_eq!(spill.get(3, 3).as_deref(), Some(b"two".as_slice()));
        let mut all = Vec::new();
        spill.copy(&mut all).unwrap();
        assert_eq!(all, b"onetwo");
        assert!(spill.whole().is_ok());
        assert_eq!(spill.get(5, 9), None);
        assert!(spill.whole().is_err());
        assert!(Spill::beside(Path::new("/no/such/folder/x.pack")).is_err());
    }
}
