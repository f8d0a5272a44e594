//! The words of a check-in's screens.

use crate::app::components::said::{self, Piece};
use crate::domain::{Answer, Answers, Level};

/// Asked first.
pub const HOW_IS_IT: &str = "How is it inside, right now?";
/// Asked for the child's own word.
pub const WHAT_IS_YOUR_WORD: &str = "What is your word for it?";
/// The label of the own word's field.
pub const MY_OWN_WORD: &str = "My own word";
/// Said at the own word's field when there is nothing in it.
pub const A_WORD_FIRST: &str = "Any word will do, or a made-up one.";
/// Asked at the end.
pub const ANYTHING_ELSE: &str = "Is there anything else in there?";
/// Said at the very end.
pub const THANK_YOU: &str = "Thank you for telling me";
/// Said below it.
pub const PASS_IT_BACK: &str = "Please pass the tablet back.";

/// The ends of the pad, in the order up, down, left, right.
pub const PAD_ENDS: [&str; 4] = ["lots of energy", "not much energy", "feels bad", "feels good"];
/// Names the pad for a screen reader.
pub const PAD: &str = "How it is inside. Arrow keys move it.";

/// Beside the pad before the first touch.
pub const MOVE_OR_CHOOSE: &str = "Move the lantern, or choose a word.";
/// Beside the pad afterwards.
pub const ONE_OF_THESE: &str = "Is it one of these?";
/// Beside the pad, when the child passed or does not know.
pub const GOOD_ANSWER_TOO: &str = "That is a good answer too.";

/// Opens the list of all words.
pub const ALL_THE_WORDS: &str = "all the words";
/// The list's heading.
pub const ALL_THE_WORDS_TITLE: &str = "All the words";
/// The groups of the list, by how pleasant a word is.
pub const GROUPS: [&str; 3] = ["feels good", "in between", "feels bad"];
/// Opens the own word's field.
pub const OWN_WORD: &str = "my own word";
/// Another word for the feeling.
pub const ANOTHER_FEELING: &str = "another feeling";
/// Opens the question about the body.
pub const WHERE_IN_MY_BODY: &str = "where in my body";

/// Asked when the adult has put out what could help.
pub const WHAT_WOULD_HELP: &str = "What would help?";
/// Said after a pass, before other ways are offered.
pub const THATS_FINE: &str = "That’s fine.";
/// Asked then.
pub const ANOTHER_WAY: &str = "Would you like to show it another way?";
/// Leaves it at the pass.
pub const NO_THANK_YOU: &str = "no, thank you";
/// Leads to the sheet.
pub const DRAW_IT: &str = "draw it";
/// Over the sheet.
pub const DRAW_IT_HOW_YOU_LIKE: &str = "Draw it how you like.";
/// Below a picture of the weather, a colour, an animal: the way's name.
pub fn way(key: &str) -> &'static str {
    match key {
        "weather" => "as weather",
        "colours" => "as a colour",
        _ => "as an animal",
    }
}
/// The child's colour for an own word.
pub const A_COLOUR_FOR_IT: &str = "A colour for it, if you like";
/// Said at the very end, when it is a lot.
pub const THAT_IS_A_LOT: &str = "Thank you for telling me. That is a lot to carry.";
/// Said below it.
pub const NOT_ALONE: &str = "You are not alone with it. Give the tablet to the grown-up beside you.";

/// Goes on.
pub const NEXT: &str = "Next";
/// Takes the own word.
pub const THATS_IT: &str = "That’s it";
/// Says done.
pub const THATS_ALL: &str = "That’s all";
/// Closes the list of words.
pub const DONE: &str = "Done";
/// Closes a sheet.
pub const CLOSE: &str = "Close";
/// A step back.
pub const BACK: &str = "Back";
/// An answer.
pub const PASS: &str = "pass";
/// An answer.
pub const DONT_KNOW: &str = "don’t know";
/// An answer: the child does not want to be asked any more today.
pub const NOT_TODAY: &str = "not today";
/// For the adult, where nobody's level is known.
pub const LEVEL_FOR_GROWN_UP: &str = "For the grown-up: how much language";

/// Told to a screen reader beside the sizes.
pub const CHOOSING_GOES_ON: &str = "A tap on one goes on to the next question.";
/// Lists of places, for a screen reader.
pub const PLACES_UPPER: &str = "Places, upper";
/// Lists of places, for a screen reader.
pub const PLACES_LOWER: &str = "Places, lower";

/// A level as a mentor would name it in a hurry.
pub const fn level(level: Level) -> &'static str {
    match level {
        Level::A => "pictures",
        Level::B => "short sentences",
        Level::C => "young adult",
    }
}

/// Asked for the size at a level.
pub fn how_big(level: Level) -> &'static str {
    match level {
        Level::A | Level::B => crate::content::size::size().ask,
        Level::C => "How big is it, from 0 to 10?",
    }
}

/// What was told so far, before one is asked whether there is more.
pub fn told_so_far(answers: &Answers) -> Vec<Piece> {
    let plain = |words: &str| Piece::Plain(words.to_owned());
    match &answers.feeling {
        Answer::Passed => vec![plain("You passed, and that is fine.")],
        Answer::Unasked => vec![plain("You can still say how it is, or leave it.")],
        Answer::DontKnow => vec![plain("You don’t know yet, and that is fine.")],
        Answer::NotToday => vec![plain("Not today, and that is fine.")],
        answer @ Answer::Given(_) => {
            let mut pieces = vec![plain("You said: ")];
            pieces.extend(said::feeling(answer));
            if answers.size.given().is_some() {
                pieces.push(plain(" · "));
                pieces.extend(said::how_big(&answers.size).map(Piece::Plain));
            }
            pieces.push(plain(". People often feel more than one thing."));
            pieces
        }
    }
}

/// The pages of the adult.
pub mod adult {
    /// Heading of a check-in's page.
    pub const CHECK_IN: &str = "Check-in";
    /// Heading.
    pub const WHOSE: &str = "Whose check-in is this?";
    /// Leads to a new child.
    pub const A_NEW_CHILD: &str = "A new child";
    /// Leaves it for later.
    pub const NOT_NOW: &str = "Not now";
    /// Leads to Today.
    pub const TODAY: &str = "Today";
    /// Nobody on the list yet.
    pub const NOBODY_YET: &str = "There is no child on the list yet.";
    /// Starts the form of corrections.
    pub const AMEND: &str = "Amend";
    /// Below the heading of that form.
    pub const FIRST_STAYS: &str = "What was first told stays in the history.";
    /// Removes.
    pub const DELETE: &str = "Delete";
    /// Said afterwards.
    pub const DELETED: &str = "Check-in deleted.";
    /// Above the button that gives the tablet to the child.
    pub const UNDER_WAY_LEAD: &str =
        "This check-in is under way. The child’s side shows only what is theirs; it comes back with your short code.";
    /// Gives the tablet to the child.
    pub const TURN_THE_TABLET: &str = "Turn the tablet";
    /// Finishes it as it stands.
    pub const LEAVE_IT_AT_THAT: &str = "Leave it at that";
    /// Goes on with a check-in under way.
    pub const CARRY_ON: &str = "Carry on";
    /// Beside a check-in under way.
    pub const UNDER_WAY: &str = "not finished yet";
    /// Heading.
    pub const HISTORY: &str = "History";
    /// In a fact list.
    pub const HOW_BIG: &str = "How big";
    /// In a fact list.
    pub const WHERE: &str = "Where";
    /// In a fact list.
    pub const ON_THE_PAD: &str = "Where on the pad";
    /// In a fact list.
    pub const ANOTHER_WAY: &str = "Another way";
    /// Names a drawing for a screen reader.
    pub const OWN_PICTURE: &str = "The child’s own picture";
    /// In a fact list.
    pub const WOULD_HELP: &str = "Would help";
    /// In a fact list.
    pub const WORDS_SHOWN: &str = "Words shown";
    /// Marks the newer values.
    pub const AMENDED: &str = "amended";
    /// Marks the first value.
    pub const FIRST_TOLD: &str = "first told";
    /// In the history, of the first value.
    pub const TAPPED: &str = "Tapped in the check-in.";
    /// In the history, where no reason was given.
    pub const NO_REASON: &str = "No reason given.";
    /// A link to the safeguarding page.
    pub const WHAT_TO_DO: &str = "What to do";

    /// Legend.
    pub const FEELING: &str = "Feeling";
    /// A radio of the form.
    pub const NOT_ASKED: &str = "not asked";
    /// Legend.
    pub const LIKE: &str = "What it is like there";
    /// Adds an own word.
    pub const ADD: &str = "Add";
    /// Label of a field.
    pub const OWN_WORD: &str = "The child’s own word";
    /// Label of a field.
    pub const WHY: &str = "Why it is amended";
    /// Hint of that field.
    pub const WHY_HINT: &str = "In a few words, if you like. It is kept with the time.";
    /// Saves.
    pub const KEEP_THE_CHANGE: &str = "Keep the change";
    /// Leaves.
    pub const CANCEL: &str = "Cancel";

    /// While /now is on its way.
    pub const ONE_MOMENT: &str = "One moment";
    /// After /now failed.
    pub const TRY_AGAIN: &str = "Try again";
}
