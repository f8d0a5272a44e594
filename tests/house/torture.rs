//! How often a journey that torments the app does so: a tenth of the whole number, or all of it with
//! `LANTERN_ROOM_TORTURE=full`.

/// How often, when the whole number is this.
pub fn times(whole: usize) -> usize {
    if std::env::var("LANTERN_ROOM_TORTURE").is_ok_and(|asked| asked == "full") { whole } else { whole.div_ceil(10) }
}

/// So many of all of these, evenly spread.
pub fn some<T: Clone>(all: &[T]) -> Vec<T> {
    let wanted = times(all.len());
    (0..wanted).filter_map(|place| all.get(place * all.len() / wanted).cloned()).collect()
}
