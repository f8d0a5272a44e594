//! Which face stands on a card, and how a feeling's word becomes a mood.

use crate::app::art::face::Mood;
use crate::content::feelings::{self, FeelingWord};

/// The feeling whose face is on a card: how the adult, or the child, may look there.
fn feeling_of(slug: &str) -> Option<&'static FeelingWord> {
    let key = match slug {
        "playfulness" => "silly",
        "acceptance" => "safe",
        "curiosity" => "curious",
        "empathy" => "worried",
        "attune" => "surprised",
        "validate" => "hopeful",
        "contain" => "calm",
        "soothe-regulate" => "cosy",
        _ => return None,
    };
    feelings::find(key)
}

/// The mood of a card; a card that this table does not know has a face at rest.
pub fn card_mood(slug: &str) -> Mood {
    feeling_of(slug).map(word_mood).unwrap_or_default()
}

/// The mood of a word.
pub fn word_mood(word: &FeelingWord) -> Mood {
    Mood { pleasantness: i16::from(word.pleasantness), energy: i16::from(word.energy), brow: i16::from(word.brow) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::cards;

    #[test]
    fn every_card_has_a_face_of_its_own() {
        let mut keys: Vec<_> =
            cards::all().iter().filter_map(|card| feeling_of(card.slug)).map(|word| word.key).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), cards::all().len());
    }
}
