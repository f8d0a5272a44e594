//! A strict reader for the lines of a backup: one flat JSON object each. What is nested is passed over, within bounds; where
//! it stood is remembered, so that it can be read like a line.

use core::ops::Range;

/// How deep what is passed over may be nested.
const DEPTH: usize = 32;
/// The longest text of a line, in bytes, apart from a record's body.
pub(super) const TEXT: usize = 256 * 1024;

/// The line is not an object as it should be.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Odd;

/// A value of the object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Null,
    Number(i64),
    Text(String),
    /// Something that no line of a backup has: a truth value, a list, an object. Where it stands in the line, in bytes.
    Other(Range<usize>),
}

/// An object's names and values, each name once.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Object(Vec<(String, Value)>);

impl Object {
    /// Reads a line.
    pub(super) fn read(line: &str) -> Result<Self, Odd> {
        let mut reader = Reader { bytes: line.as_bytes(), at: 0 };
        reader.space();
        let mut pairs: Vec<(String, Value)> = Vec::new();
        reader.members(|reader| {
            let name = reader.text(TEXT)?;
            reader.colon()?;
            // Bytes are as long as the line lets them be.
            let is_bytes = name == "body" || name == "base64";
            let value = reader.value(if is_bytes { usize::MAX } else { TEXT })?;
            if pairs.iter().any(|(known, _)| *known == name) {
                return Err(Odd);
            }
            pairs.push((name, value));
            Ok(())
        })?;
        reader.space();
        if reader.at == reader.bytes.len() { Ok(Self(pairs)) } else { Err(Odd) }
    }

    /// Takes a value out.
    pub(super) fn take(&mut self, name: &str) -> Result<Value, Odd> {
        let place = self.0.iter().position(|(known, _)| known == name).ok_or(Odd)?;
        Ok(self.0.swap_remove(place).1)
    }

    pub(super) fn text(&mut self, name: &str) -> Result<String, Odd> {
        match self.take(name)? {
            Value::Text(text) => Ok(text),
            _ => Err(Odd),
        }
    }

    pub(super) fn number<N: TryFrom<i64>>(&mut self, name: &str) -> Result<N, Odd> {
        match self.take(name)? {
            Value::Number(number) => N::try_from(number).map_err(|_| Odd),
            _ => Err(Odd),
        }
    }

    /// Whether everything was taken out.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn next(&mut self) -> Result<u8, Odd> {
        let byte = self.peek().ok_or(Odd)?;
        self.at += 1;
        Ok(byte)
    }

    fn expect(&mut self, byte: u8) -> Result<(), Odd> {
        if self.next()? == byte { Ok(()) } else { Err(Odd) }
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\r')) {
            self.at += 1;
        }
    }

    fn colon(&mut self) -> Result<(), Odd> {
        self.space();
        self.expect(b':')?;
        self.space();
        Ok(())
    }

    /// An object's members, each read by `member`.
    fn members(&mut self, mut member: impl FnMut(&mut Self) -> Result<(), Odd>) -> Result<(), Odd> {
        self.expect(b'{')?;
        self.space();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(());
        }
        loop {
            member(self)?;
            self.space();
            match self.next()? {
                b',' => self.space(),
                b'}' => return Ok(()),
                _ => return Err(Odd),
            }
        }
    }

    fn value(&mut self, longest: usize) -> Result<Value, Odd> {
        match self.peek().ok_or(Odd)? {
            b'"' => self.text(longest).map(Value::Text),
            b'-' | b'0'..=b'9' => self.number().map(Value::Number),
            b'n' => self.word("null").map(|()| Value::Null),
            _ => {
                let from = self.at;
                self.pass_over().map(|()| Value::Other(from..self.at))
            }
        }
    }

    fn word(&mut self, word: &str) -> Result<(), Odd> {
        word.bytes().try_for_each(|byte| self.expect(byte))
    }

    /// A whole number: no fraction, no exponent, no leading zero.
    fn number(&mut self) -> Result<i64, Odd> {
        let negative = self.peek() == Some(b'-');
        if negative {
            self.at += 1;
        }
        let start = self.at;
        let mut number: i64 = 0;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            self.at += 1;
            number = number.checked_mul(10).and_then(|ten| ten.checked_add(i64::from(digit - b'0'))).ok_or(Odd)?;
        }
        let digits = self.at - start;
        let padded = digits > 1 && self.bytes.get(start) == Some(&b'0');
        if digits == 0 || padded || matches!(self.peek(), Some(b'.' | b'e' | b'E')) {
            return Err(Odd);
        }
        Ok(if negative { -number } else { number })
    }

    fn text(&mut self, longest: usize) -> Result<String, Odd> {
        self.expect(b'"')?;
        let mut text = Vec::new();
        loop {
            match self.next()? {
                b'"' => break,
                b'\\' => {
                    let character = self.escaped()?;
                    text.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
                }
                0..0x20 => return Err(Odd),
                byte => text.push(byte),
            }
            if text.len() > longest {
                return Err(Odd);
            }
        }
        // The line was UTF-8 and is parted at ASCII alone.
        String::from_utf8(text).map_err(|_| Odd)
    }

    fn escaped(&mut self) -> Result<char, Odd> {
        Ok(match self.next()? {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.four()?;
                if !(0xd800..0xdc00).contains(&first) {
                    return char::from_u32(first).ok_or(Odd);
                }
                self.word("\\u")?;
                let second = self.four()?.checked_sub(0xdc00).filter(|low| *low < 0x400).ok_or(Odd)?;
                return char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + second).ok_or(Odd);
            }
            _ => return Err(Odd),
        })
    }

    fn four(&mut self) -> Result<u32, Odd> {
        (0..4).try_fold(0, |sum, _| {
            let digit = char::from(self.next()?).to_digit(16).ok_or(Odd)?;
            Ok(sum << 4 | digit)
        })
    }

    /// Passes over a value without recursion, so that no nesting exhausts the stack.
    fn pass_over(&mut self) -> Result<(), Odd> {
        let mut open = Vec::new();
        loop {
            self.space();
            match self.peek().ok_or(Odd)? {
                // What is nested may be bytes; a line is no longer than it may be.
                b'"' => drop(self.text(usize::MAX)?),
                b'-' | b'0'..=b'9' => {
                    self.number()?;
                }
                b'n' => self.word("null")?,
                b't' => self.word("true")?,
                b'f' => self.word("false")?,
                bracket @ (b'[' | b'{') => {
                    self.at += 1;
                    open.push(bracket);
                    if open.len() > DEPTH {
                        return Err(Odd);
                    }
                    self.space();
                    let closing = if bracket == b'[' { b']' } else { b'}' };
                    if self.peek() != Some(closing) {
                        self.name_in(bracket)?;
                        continue;
                    }
                }
                _ => return Err(Odd),
            }
            // A value has ended, or the innermost bracket is about to.
            loop {
                self.space();
                match (open.last().copied(), self.peek()) {
                    (None, _) => return Ok(()),
                    (Some(b'['), Some(b']')) | (Some(b'{'), Some(b'}')) => {
                        self.at += 1;
                        open.pop();
                    }
                    (Some(bracket), Some(b',')) => {
                        self.at += 1;
                        self.space();
                        self.name_in(bracket)?;
                        break;
                    }
                    _ => return Err(Odd),
                }
            }
        }
    }

    /// The name before a value, where it stands in an object.
    fn name_in(&mut self, bracket: u8) -> Result<(), Odd> {
        if bracket == b'{' {
            self.text(TEXT)?;
            self.colon()?;
        }
        Ok(())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_json_allows_is_read() {
        let mut object =
            Object::read(r#" { "a" : "\u00e9\ud83d\udc6e\"\\\/\n" ,"n":null,"z":-12, "x":[{"y":[1,true]},{}]} "#)
                .unwrap();
        assert_eq!(object.text("a"), Ok("é👮\"\\/\n".into()));
        assert_eq!(object.take("n"), Ok(Value::Null));
        assert_eq!(object.number::<i16>("z"), Ok(-12));
        assert!(matches!(object.take("x"), Ok(Value::Other(_))));
        assert!(object.is_empty());
    }

    #[test]
    fn what_is_nested_can_be_read_like_a_line() {
        let line = r#"{"store":"door","value": {"base64":"AQI="} }"#;
        let mut object = Object::read(line).unwrap();
        let Ok(Value::Other(inner)) = object.take("value") else { panic!("an object is something else") };
        assert_eq!(Object::read(line.get(inner).unwrap()).unwrap().text("base64"), Ok("AQI=".into()));
    }

    #[test]
    fn what_it_does_not_allow_is_refused() {
        let deep = ["{\"a\":", &"[".repeat(100_000), &"]".repeat(100_000), "}"].concat();
        for line in [
            "",
            "1",
            "[]",
            "{",
            "{}x",
            "{\"a\":1,}",
            "{\"a\" 1}",
            "{\"a\":01}",
            "{\"a\":1.5}",
            "{\"a\":1e400}",
            "{\"a\":NaN}",
            "{\"a\":-}",
            "{\"a\":9223372036854775808}",
            "{\"a\":\"\\ud800\"}",
            "{\"a\":\"\\udc00\"}",
            "{\"a\":\"\\ud800\\u0041\"}",
            "{\"a\":\"\t\"}",
            "{\"a\":\"\0\"}",
            "{\"a\":\"\\x\"}",
            "{\"a\":1,\"a\":1}",
            "{\"a\":[1}",
            "{\"a\":{1}}",
            "{'a':1}",
            &deep,
        ] {
            assert_eq!(Object::read(line), Err(Odd), "{}", line.chars().take(40).collect::<String>());
        }
        let long = ["{\"a\":\"", &"x".repeat(TEXT + 1), "\"}"].concat();
        assert_eq!(Object::read(&long), Err(Odd));
        assert!(Object::read(&long.replace("\"a\"", "\"body\"")).is_ok());
    }

    proptest! {
        #[test]
        fn it_takes_and_refuses_what_another_reader_does(line in r#"\{"[ab]":[-0-9a-z\[\]{}",:\\ ]{0,12}\}"#) {
            let other = serde_json::from_str::<serde_json::Value>(&line);
            // Whatever is read here is JSON; the other way round, fractions and names given twice are refused here alone.
            if Object::read(&line).is_ok() {
                prop_assert!(other.is_ok(), "{}", line);
            }
        }

        #[test]
        fn any_text_comes_back(text in ".*") {
            let line = serde_json::json!({ "a": text }).to_string();
            prop_assert_eq!(Object::read(&line).unwrap().text("a"), Ok(text));
        }

        #[test]
        fn no_line_makes_it_panic(line in r#"[\[\]{}",:\\u0-9a-e.\- ntf]{0,60}"#) {
            let _ = Object::read(&line);
        }
    }
}
