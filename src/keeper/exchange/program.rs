//! The exchange program: what runs errands, in plain Rust. In the browser it is a module of its own.

use zeroize::{Zeroize, Zeroizing};

use crate::keeper::message::PROTOCOL;

use super::errand::{Errand, Exchange, Outcome, Running, SealTo};
use super::sealed_file::SealedFile;
use super::{Content, FileTrouble, age_file, lines};

/// Runs an errand.
///
/// # Errors
/// [`FileTrouble`].
pub fn run(errand: Errand) -> Result<Outcome, FileTrouble> {
    match errand {
        Errand::Recipient { mut secret } => {
            let recipient = age_file::recipient_of(&secret);
            secret.zeroize();
            recipient.map(Outcome::Recipient)
        }
        Errand::CheckRecipient { text } => age_file::checked_recipient(&text).map(Outcome::Recipient),
        Errand::Seal { content, mut to } => {
            let clear = Zeroizing::new(lines::write(&content)?);
            let file = age_file::seal(&clear, &to);
            to.zeroize();
            // What was written must also be what can be read.
            if lines::read(&clear)? != content {
                return Err(FileTrouble::Program);
            }
            file.map(Outcome::File)
        }
        Errand::SealKey { mut key, to } => {
            let file = age_file::seal(&key, &SealTo::Recipients(vec![to]));
            key.zeroize();
            file.map(Outcome::File)
        }
        Errand::OpenKey { file, mut key } => {
            let clear = age_file::open(&file, &key);
            key.zeroize();
            clear?.as_slice().try_into().map(Outcome::Key).map_err(|_| FileTrouble::Damaged)
        }
        Errand::Open { file, mut key } => {
            let clear = age_file::open(&file, &key);
            key.zeroize();
            lines::read(&clear?).map(Outcome::Content)
        }
        Errand::ReadSealed { file } => SealedFile::read(&file).map(Outcome::Sealed),
    }
}

/// A file's content as it stands under the encryption.
///
/// # Errors
/// [`FileTrouble::TooLarge`].
pub fn clear_text(content: &Content) -> Result<Vec<u8>, FileTrouble> {
    lines::write(content)
}

/// An errand in postcard, behind the version of the language in which it is written.
pub fn letter(errand: &Errand) -> Option<Vec<u8>> {
    postcard::to_extend(errand, PROTOCOL.to_be_bytes().to_vec()).ok()
}

/// Runs an errand that came in a letter; the answer goes back in postcard. For the bridge's other end. In an update one
/// side may be of another build: what it says could be read as something else.
pub fn run_letter(letter: &[u8]) -> Vec<u8> {
    let errand = letter.strip_prefix(&PROTOCOL.to_be_bytes()).and_then(|errand| postcard::from_bytes(errand).ok());
    let outcome = errand.ok_or(FileTrouble::Program).and_then(run);
    // Nothing is written that cannot be: an empty answer is read as a failure.
    postcard::to_allocvec(&outcome).unwrap_or_default()
}

/// The program at hand, as where there is no browser.
pub struct AtHand;

impl Exchange for AtHand {
    fn run(&self, errand: Errand) -> Running<'_> {
        Box::pin(async move { run(errand) })
    }
}
