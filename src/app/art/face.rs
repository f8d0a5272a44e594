//! The lantern face: every feeling has one, drawn from three whole numbers, so that it can change under a finger.
//!
//! Pleasantness bends the mouth and warms the cheeks; energy opens the eyes, stretches the lantern and turns up the light;
//! the brow frowns or is frightened. All coordinates are whole numbers in a `0 0 1000 1200` box, and a step of one in any
//! number moves no point by more than a few units, so the face morphs without a jump.

/// Where a feeling stands. Each number is held between -100 and 100 when it is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mood {
    /// -100 feels bad … 100 feels good.
    pub pleasantness: i16,
    /// -100 hardly any energy … 100 a great deal.
    pub energy: i16,
    /// -100 drawn down and together (cross) … 0 at rest … 100 raised in the middle (frightened, sorry).
    pub brow: i16,
}

/// A glint in an eye: a filled circle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Centre, across.
    pub x: i32,
    /// Centre, down.
    pub y: i32,
    /// Radius; 0 means that nothing is seen.
    pub r: i32,
}

/// The drawing: path strings and a few numbers for the view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanternFace {
    /// The ring on top (stroked).
    pub handle: String,
    /// The lid (filled).
    pub cap: String,
    /// The glass (filled with the light, stroked).
    pub glass: String,
    /// The foot (filled).
    pub base: String,
    /// Left and right brow (stroked).
    pub brows: [String; 2],
    /// Left and right eye (filled and stroked, so that a closed eye is still a line).
    pub eyes: [String; 2],
    /// A light in each eye.
    pub glints: [Spot; 2],
    /// The mouth (filled and stroked: shut it is a line, open it is a shape).
    pub mouth: String,
    /// Centres of the cheeks.
    pub cheeks: [Spot; 2],
    /// How warm the cheeks are, percent.
    pub blush: u8,
    /// How bright the lamp burns, percent.
    pub glow: u8,
    /// Lean in tenths of a degree, about the foot; positive leans right.
    pub tilt: i16,
}

/// The box every face is drawn in.
pub const VIEW_BOX: &str = "0 0 1000 1200";

/// The point about which the lantern leans.
const FOOT: (i32, i32) = (500, 1110);

impl LanternFace {
    /// Draws a mood.
    #[must_use]
    pub fn of(mood: Mood) -> Self {
        let p = held(mood.pleasantness);
        let e = held(mood.energy);
        let b = held(mood.brow);
        let good = p.max(0);
        let bad = (-p).max(0);
        let lively = e.max(0);
        let weary = (-e).max(0);
        let cross = (-b).max(0);
        let fright = b.max(0);

        // The whole lantern stands tall with energy and sinks without it.
        let top = 320 - e * 45 / 100;
        let half = 300 - e * 14 / 100;
        let (left, right) = (500 - half, 500 + half);
        let foot = 1060;

        // The face sits a little lower in a weary lantern, and looks down when sad.
        let eye_y = 610 - e * 40 / 100 + bad * 10 / 100;
        let mouth_y = 815 - e * 8 / 100 - good * 20 / 100 + bad * 24 / 100;
        let spread = 122 + lively * 6 / 100;

        // Eyes: the upper lid falls with weariness, the lower lid rises with a smile, fright opens both.
        let wide = 34 + lively * 4 / 100;
        let upper = 62 + lively * 22 / 100 + fright * 12 / 100 - weary * weary * 104 / 10_000 - cross * 30 / 100;
        let lower = 58 + lively * 16 / 100 + fright * 8 / 100 - weary * 20 / 100 - good * lively * 20 / 10_000;
        let slant = (cross * 26 - fright * 10) / 100;
        let eye = |x: i32, inner: i32| {
            let (a, z) = (eye_y - slant * inner, eye_y + slant * inner);
            format!(
                "M{} {a}C{} {} {} {} {} {z}C{} {} {} {} {} {a}z",
                x - wide,
                x - wide,
                a - upper,
                x + wide,
                z - upper,
                x + wide,
                x + wide,
                eye_y + lower,
                x - wide,
                eye_y + lower,
                x - wide,
            )
        };
        let open = (upper + lower) * 3 / 4;
        let glint =
            |x: i32| Spot { x: x + 9, y: eye_y + (lower - upper) * 3 / 8 - open / 6, r: (open / 9).clamp(0, 13) };

        // Brows: up with joy and energy, down and in when cross, up in the middle when frightened.
        let brow_y =
            eye_y - 128 - lively * 30 / 100 - good * 16 / 100 - fright * 16 / 100 + cross * 44 / 100 + weary * 16 / 100;
        let inner = brow_y + cross * 44 / 100 - fright * 46 / 100;
        let outer = brow_y - cross * 34 / 100 + fright * 26 / 100 + weary * 26 / 100;
        let arch = 22 + good * 20 / 100 + lively * 10 / 100 - cross * 26 / 100;
        let (near, far) = (spread - 64 - cross * 8 / 100, spread + 66);
        let brow = |side: i32| {
            format!(
                "M{} {outer}Q{} {} {} {inner}",
                500 + side * far,
                500 + side * (near + far) / 2,
                (inner + outer) / 2 - arch * 2,
                500 + side * near,
            )
        };

        // Mouth: corners go up with pleasure; it opens with energy and the strength of the feeling; fright makes it small.
        let strength = p.abs();
        let reach =
            118 + good * 42 / 100 + bad * 8 / 100 - fright * 26 / 100 - weary * 18 / 100 + cross * lively * 22 / 10_000;
        let bend = p * 88 / 100;
        let gape = lively * (40 + strength) * 84 / 14_000 + fright * lively * 36 / 10_000;
        let rise = bend * 45 / 100;
        let top_lip = mouth_y - rise + bend - gape * (100 + bad - good * 70 / 100) / 200;
        let low_lip = mouth_y - rise + bend + gape * (100 - bad * 70 / 100 + good * 60 / 100) / 100;
        let corner = mouth_y - rise;
        let soft = reach * 55 / 100;
        let mouth = format!(
            "M{} {corner}C{} {top_lip} {} {top_lip} {} {corner}C{} {low_lip} {} {low_lip} {} {corner}z",
            500 - reach,
            500 - soft,
            500 + soft,
            500 + reach,
            500 + soft,
            500 - soft,
            500 - reach,
        );

        let cheek_y = eye_y + 118 - good * 8 / 100;
        Self {
            handle: format!("M{} {}C{} {} {} {} {} {}", 360, top - 92, 370, top - 285, 630, top - 285, 640, top - 92),
            cap: format!(
                "M300 {}h400a42 42 0 0 1 42 42v12a36 36 0 0 1-36 36H294a36 36 0 0 1-36-36v-12a42 42 0 0 1 42-42z",
                top - 92,
            ),
            glass: format!(
                "M{} {top}H{}C{} {top} {right} {} {right} {}V{}C{right} {} {} {foot} {} {foot}H{}C{} {foot} {left} {} {left} {}V{}C{left} {} {} {top} {} {top}z",
                left + 190,
                right - 190,
                right - 60,
                top + 100,
                top + 230,
                foot - 230,
                foot - 90,
                right - 60,
                right - 200,
                left + 200,
                left + 60,
                foot - 90,
                foot - 230,
                top + 230,
                top + 100,
                left + 60,
                left + 190,
            ),
            base: format!("M280 {}h440a38 38 0 0 1 0 76H280a38 38 0 0 1 0-76z", foot - 6),
            brows: [brow(-1), brow(1)],
            eyes: [eye(500 - spread, -1), eye(500 + spread, 1)],
            glints: [glint(500 - spread), glint(500 + spread)],
            mouth,
            cheeks: [
                Spot { x: 500 - spread - 78, y: cheek_y, r: 62 },
                Spot { x: 500 + spread + 78, y: cheek_y, r: 62 },
            ],
            blush: percent(good * 46 / 100 + good * lively * 20 / 10_000),
            glow: percent(46 + e * 40 / 100),
            tilt: tenths(
                good * lively * 30 / 10_000 + bad * weary * -48 / 10_000 - bad * 10 / 100 + fright * -14 / 100,
            ),
        }
    }

    /// The lean as an SVG `transform`, about the lantern's foot.
    #[must_use]
    pub fn transform(&self) -> String {
        let sign = if self.tilt < 0 { "-" } else { "" };
        let tenths = self.tilt.unsigned_abs();
        format!("rotate({sign}{}.{} {} {})", tenths / 10, tenths % 10, FOOT.0, FOOT.1)
    }
}

/// A mood's number inside its bounds.
fn held(number: i16) -> i32 {
    i32::from(number.clamp(-100, 100))
}

fn percent(number: i32) -> u8 {
    u8::try_from(number.clamp(0, 100)).unwrap_or(0)
}

fn tenths(number: i32) -> i16 {
    i16::try_from(number.clamp(-120, 120)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every number in a drawing, in order.
    fn numbers(face: &LanternFace) -> Vec<i32> {
        let paths = [&face.handle, &face.cap, &face.glass, &face.base, &face.mouth];
        let pairs = face.brows.iter().chain(&face.eyes);
        let mut found: Vec<i32> = paths
            .into_iter()
            .chain(pairs)
            .flat_map(|path| {
                let spaced: String = path
                    .chars()
                    .map(|c| {
                        if c == '-' {
                            " -".to_owned()
                        } else if c.is_ascii_digit() {
                            c.to_string()
                        } else {
                            " ".to_owned()
                        }
                    })
                    .collect();
                spaced.split_whitespace().filter_map(|n| n.parse().ok()).collect::<Vec<i32>>()
            })
            .collect();
        for spot in face.glints.iter().chain(&face.cheeks) {
            found.extend([spot.x, spot.y, spot.r]);
        }
        found.extend([i32::from(face.blush), i32::from(face.glow), i32::from(face.tilt)]);
        found
    }

    fn at(pleasantness: i16, energy: i16, brow: i16) -> LanternFace {
        LanternFace::of(Mood { pleasantness, energy, brow })
    }

    #[test]
    fn a_step_of_one_moves_nothing_far() {
        let close = |a: &LanternFace, b: &LanternFace| {
            let (a, b) = (numbers(a), numbers(b));
            assert_eq!(a.len(), b.len());
            for (x, y) in a.iter().zip(&b) {
                assert!((x - y).abs() <= 5, "{x} {y}");
            }
        };
        for p in (-100..100).step_by(13) {
            for e in (-100..100).step_by(13) {
                for b in (-100..100).step_by(33) {
                    let here = at(p, e, b);
                    close(&here, &at(p + 1, e, b));
                    close(&here, &at(p, e + 1, b));
                    close(&here, &at(p, e, b + 1));
                }
            }
        }
    }

    #[test]
    fn every_point_stays_in_the_box() {
        for p in (-100..=100).step_by(20) {
            for e in (-100..=100).step_by(20) {
                for b in (-100..=100).step_by(20) {
                    let face = at(p, e, b);
                    assert!(numbers(&face).into_iter().all(|n| (-720..=1200).contains(&n)), "{p} {e} {b}");
                    assert!(face.glow <= 100 && face.blush <= 100 && face.tilt.abs() <= 120);
                    assert!(face.glints.iter().all(|glint| glint.r >= 0));
                }
            }
        }
    }

    #[test]
    fn numbers_outside_are_held_at_the_edge() {
        assert_eq!(at(300, -400, 1000), at(100, -100, 100));
    }

    #[test]
    fn a_good_mood_lifts_the_corners_and_energy_turns_up_the_light() {
        let corner = |face: &LanternFace| {
            numbers(&LanternFace {
                handle: String::new(),
                cap: String::new(),
                glass: String::new(),
                base: String::new(),
                ..face.clone()
            })[1]
        };
        assert!(corner(&at(80, 0, 0)) < corner(&at(-80, 0, 0)));
        assert!(at(0, 80, 0).glow > at(0, -80, 0).glow);
        assert!(at(90, 0, 0).blush > 0 && at(-90, 0, 0).blush == 0);
    }

    #[test]
    fn the_lean_is_written_without_floats() {
        let mut face = at(0, 0, 0);
        face.tilt = -7;
        assert_eq!(face.transform(), "rotate(-0.7 500 1110)");
        face.tilt = 35;
        assert_eq!(face.transform(), "rotate(3.5 500 1110)");
    }
}
