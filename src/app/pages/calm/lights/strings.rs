//! Where the lights hang: swags of wire between hooks, near and far, and the bulbs along them.
//!
//! Places are thousandths of the screen's width and height; whole numbers, so that nothing needs formatting.

/// How far away a string hangs: what is near is large and clear, what is far is small and soft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// At the back of the room.
    Far,
    /// In the middle of it.
    Middle,
    /// Right in front.
    Near,
}

/// A wire between two hooks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Swag {
    /// How far away it hangs.
    pub depth: Depth,
    from: (i32, i32),
    sag: (i32, i32),
    to: (i32, i32),
    bulbs: i32,
}

/// A light.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bulb {
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
    /// How large it is, in hundredths.
    pub size: u32,
    /// Which of four warm colours it has.
    pub hue: u32,
    /// How it breathes; a still one only glows.
    pub breath: Option<Ember>,
}

/// How a light breathes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ember {
    /// How long it takes to grow brighter, in tenths of a second.
    pub tenths: u32,
    /// How long ago it began to, in tenths of a second.
    pub begun: u32,
}

const fn swag(depth: Depth, from: (i32, i32), sag: (i32, i32), to: (i32, i32), bulbs: i32) -> Swag {
    Swag { depth, from, sag, to, bulbs }
}

/// All the wires, those at the back first.
pub const SWAGS: [Swag; 13] = [
    swag(Depth::Far, (-30, 745), (330, 860), (640, 725), 6),
    swag(Depth::Far, (640, 725), (860, 830), (1030, 740), 4),
    swag(Depth::Far, (-30, 250), (120, 400), (290, 235), 8),
    swag(Depth::Far, (290, 235), (480, 420), (660, 225), 9),
    swag(Depth::Far, (660, 225), (850, 400), (1030, 245), 8),
    swag(Depth::Far, (-30, 545), (250, 690), (500, 520), 8),
    swag(Depth::Far, (500, 520), (770, 690), (1030, 535), 8),
    swag(Depth::Middle, (-20, 120), (200, 330), (430, 95), 7),
    swag(Depth::Middle, (430, 95), (740, 360), (1020, 90), 8),
    swag(Depth::Middle, (-20, 395), (330, 660), (690, 370), 8),
    swag(Depth::Middle, (690, 370), (870, 520), (1020, 385), 4),
    swag(Depth::Near, (-60, -10), (190, 290), (560, -30), 6),
    swag(Depth::Near, (560, -30), (900, 330), (1060, 60), 5),
];

/// Two across the way into the room.
pub const ACROSS: [Swag; 2] = [
    swag(Depth::Far, (-20, 120), (400, 620), (830, 60), 11),
    swag(Depth::Middle, (300, -60), (700, 900), (1020, 160), 9),
];

/// The bright spots far out of focus: x, y, size in hundredths.
pub const BLURS: [(i32, i32, u32); 7] =
    [(55, 905, 72), (190, 975, 96), (340, 880, 44), (515, 940, 104), (650, 990, 60), (805, 895, 50), (935, 955, 108)];

impl Swag {
    /// The wire, as the path of a picture a thousand wide and a thousand high.
    pub fn wire(self) -> String {
        let Self { from, sag, to, .. } = self;
        format!("M{} {}Q{} {} {} {}", from.0, from.1, sag.0, sag.1, to.0, to.1)
    }

    /// The lights along it. Each breathes in its own time; far away, where it is hardly seen, only every fourth does:
    /// whatever moves is work for a slow tablet.
    pub fn bulbs(self, seed: u32) -> impl Iterator<Item = Bulb> {
        (0..self.bulbs).map(move |at| {
            let (x, y) = self.along(2 * at + 1, 2 * self.bulbs);
            let chance = mixed(seed * 31 + at.unsigned_abs());
            let breathes = self.depth != Depth::Far || at % 4 == 1;
            let ember = Ember { tenths: 50 + (chance >> 8) % 50, begun: (chance >> 14) % 200 };
            Bulb { x, y, size: 80 + chance % 45, hue: (chance >> 6) % 4, breath: breathes.then_some(ember) }
        })
    }

    /// The point so many parts along the curve.
    fn along(self, part: i32, of: i32) -> (i32, i32) {
        let rest = of - part;
        let at =
            |from: i32, sag: i32, to: i32| (rest * rest * from + 2 * rest * part * sag + part * part * to) / (of * of);
        (at(self.from.0, self.sag.0, self.to.0), at(self.from.1, self.sag.1, self.to.1))
    }
}

/// Looks like chance, and is the same each time: the room stays as one left it.
const fn mixed(number: u32) -> u32 {
    let number = (number ^ (number >> 16)).wrapping_mul(0x045d_9f3b);
    let number = (number ^ (number >> 16)).wrapping_mul(0x045d_9f3b);
    number ^ (number >> 16)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<Bulb> {
        (0..).zip(SWAGS).flat_map(|(seed, swag)| swag.bulbs(seed)).collect()
    }

    #[test]
    fn there_are_enough_lights_for_a_room_and_few_enough_that_move_for_a_slow_tablet() {
        let breathing = all().iter().filter(|bulb| bulb.breath.is_some()).count();
        assert!((80..=100).contains(&all().len()), "{}", all().len());
        assert!((45..=56).contains(&breathing), "{breathing}");
    }

    #[test]
    fn the_bulbs_hang_on_the_wire_below_its_hooks() {
        let level = swag(Depth::Far, (0, 100), (500, 300), (1000, 100), 2);
        assert_eq!(level.along(0, 4), (0, 100));
        assert_eq!(level.along(2, 4), (500, 200));
        assert_eq!(level.along(4, 4), (1000, 100));
        assert_eq!(level.wire(), "M0 100Q500 300 1000 100");
    }

    /// Light that comes and goes several times a second can hurt; these take five seconds and more each way.
    #[test]
    fn no_light_is_quick_and_no_two_neighbours_keep_step() {
        let embers: Vec<_> = all().iter().filter_map(|bulb| bulb.breath).collect();
        assert!(embers.iter().all(|ember| ember.tenths >= 50));
        assert!(!embers.windows(2).any(|pair| matches!(pair, [one, next] if one == next)));
    }
}
