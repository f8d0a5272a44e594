//! The room behind the door: a window at dusk, a string of lights, a table, and the lamp.
//!
//! `0 0 900 764`, sliced to fit (`xMidYMax slice`); the middle 540 units are always seen. The lantern is a nested
//! `<svg>` of the face at [`LANTERN`]; the light is a radial gradient centred on it. Classes are those of `style/door.css`.

/// The box the room is drawn in.
pub const VIEW_BOX: &str = "0 0 900 764";

/// Where the lantern stands: x, y, width, height of the nested picture; its foot meets the table.
pub const LANTERN: (u16, u16, u16, u16) = (355, 417, 190, 228);

/// Centre and reach of the light: cx, cy, r.
pub const LIGHT: (u16, u16, u16) = (450, 545, 430);
/// The bright middle of it, close about the glass.
pub const GLOW: (u16, u16, u16) = (450, 560, 190);

/// The window panes (`pane`).
pub const PANES: &str = "M243 96h88v104h-88zM343 96h88v104h-88zM243 212h88v96h-88zM343 212h88v96h-88z";
/// The sill (`sill`).
pub const SILL: &str = "M224 316h226v12H224z";
/// A shelf with books, far from the light (`far`).
pub const SHELF: &str = "M512 236h168v9H512zM528 176h17v60h-17zM547 186h13v50h-13zM562 170h20v66h-20zM590 184l15-4 15 56h-16zM640 212h30l-5 24h-20zM655 212c-2-20-14-28-24-28 0 14 10 26 24 28zM655 212c0-24 8-34 20-38 2 18-6 32-20 38z";
/// A thin moon (`moon`).
pub const MOON: &str = "M386 128a27 27 0 1 0 18 44 33 33 0 0 1-18-44z";
/// Stars (`star`): cx, cy, r in half units.
pub const STARS: [(u16, u16, u16); 6] =
    [(268, 122, 3), (306, 158, 4), (292, 246, 3), (414, 238, 3), (362, 280, 2), (258, 184, 2)];
/// The string of lights (`string`).
pub const STRING: &str = "M0 44c120 44 230 44 330 8s220-30 300 8 190 30 270-14";
/// Its bulbs (`bulb`): cx, cy.
pub const BULBS: [(u16, u16); 13] = [
    (50, 61),
    (118, 76),
    (190, 80),
    (258, 72),
    (322, 55),
    (388, 40),
    (456, 33),
    (524, 34),
    (588, 46),
    (652, 68),
    (720, 80),
    (788, 76),
    (856, 58),
];
/// The table, its lit edge, and what lies on it (`table`, `table-lit`, `thing`).
pub const TABLE: &str = "M0 638h900v126H0z";
/// The light on the table: an ellipse: cx, cy, rx, ry.
pub const POOL: (u16, u16, u16, u16) = (450, 646, 330, 34);
/// A mug, two books and a plant, dark against the light (`thing`).
pub const THINGS: &str = "M588 588h54v42a12 12 0 0 1-12 12h-30a12 12 0 0 1-12-12zM642 598h8a15 15 0 0 1 0 30h-8v-9h6a6 6 0 0 0 0-12h-6zM212 624h112v18H212zM222 606h94v17H222zM236 606c-3-26-22-34-38-34 2 20 16 34 38 34zM250 606c-6-34 4-60 22-74 10 26 2 54-22 74zM258 606c10-24 28-30 46-26-6 18-24 28-46 26z";
/// The edge of each that faces the lamp (`rim`).
pub const RIMS: &str = "M588 590v40a12 12 0 0 0 6 10M324 625v16M316 607v15M272 534c9 25 2 51-18 70";
