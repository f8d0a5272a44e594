//! The browser services in a real browser, as far as a page can judge them without a person.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

use std::cell::Cell;
use std::rc::Rc;

use lantern_room::domain::Moment;
use lantern_room::platform::clock::{self, BrowserClock, Clock};
use lantern_room::platform::locks::{self, Neighbours, NotHeld};
use lantern_room::platform::settings::{
    self, DeviceSettings, TextSize, Theme, remember_nickname, remember_text_size, remember_theme,
};
use lantern_room::platform::speech::Speech;
use lantern_room::platform::{dates, install, persistence, service_worker, timer, visibility, wake_lock};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Half past ten in the morning of Saturday 21 November 2026, in Greenwich.
const SATURDAY: Moment = Moment { utc_millis: 1_795_257_000_000, offset_minutes: 0 };
const DAY: u64 = 86_400_000;

fn earlier(days: u64) -> Moment {
    Moment { utc_millis: SATURDAY.utc_millis - days * DAY, ..SATURDAY }
}

fn run(script: &str) -> JsValue {
    js_sys::Function::new_no_args(script).call0(&JsValue::NULL).unwrap()
}

#[wasm_bindgen_test]
fn dates_are_written_in_british_english() {
    assert_eq!(dates::day(SATURDAY), "21 November 2026");
    assert_eq!(dates::time(SATURDAY), "10:30");
    assert_eq!(dates::weekday(SATURDAY), "Saturday");
    assert_eq!(dates::day_and_time(SATURDAY), "21 November 2026, 10:30");
    let midnight = Moment { utc_millis: SATURDAY.utc_millis - 10 * 3_600_000 - 1_800_000, offset_minutes: 0 };
    assert_eq!(dates::time(midnight), "00:00");
}

#[wasm_bindgen_test]
fn dates_are_written_by_the_wall_clock_of_their_own_moment() {
    let elsewhere = Moment { offset_minutes: 14 * 60, ..SATURDAY };
    assert_eq!(dates::day_and_time(elsewhere), "22 November 2026, 00:30");
    let west = Moment { offset_minutes: -11 * 60, ..SATURDAY };
    assert_eq!(dates::day_and_time(west), "20 November 2026, 23:30");
}

#[wasm_bindgen_test]
fn near_dates_are_spoken_of() {
    assert_eq!(dates::spoken(SATURDAY, SATURDAY), "today 10:30");
    assert_eq!(dates::spoken(earlier(1), SATURDAY), "yesterday 10:30");
    assert_eq!(dates::spoken(earlier(2), SATURDAY), "Thursday 10:30");
    assert_eq!(dates::spoken(earlier(6), SATURDAY), "Sunday 10:30");
    assert_eq!(dates::spoken(earlier(7), SATURDAY), "14 November 2026, 10:30");
}

#[wasm_bindgen_test]
async fn the_clock_agrees_with_the_browser() {
    let date = js_sys::Date::new_0();
    let now = clock::now();
    assert!(now.utc_millis.abs_diff(date.get_time() as u64) < 60_000);
    let wall_hour = now.wall_millis() / 3_600_000 % 24;
    assert_eq!(wall_hour, u64::from(js_sys::Date::new(&JsValue::from_f64(now.utc_millis as f64)).get_hours()));
    let before = BrowserClock.monotonic_millis();
    timer::sleep(20).await;
    assert!(BrowserClock.monotonic_millis() > before);
}

#[wasm_bindgen_test]
async fn waiting_ends_with_the_work_or_with_the_limit() {
    assert_eq!(timer::within(60_000, async { 7 }).await, Some(7));
    assert_eq!(timer::within(10, std::future::pending::<()>()).await, None);
}

#[wasm_bindgen_test]
async fn an_interval_ends_when_it_is_dropped() {
    let count = Rc::new(Cell::new(0));
    let counted = count.clone();
    let interval = timer::every(5, move || counted.set(counted.get() + 1));
    while count.get() < 3 {
        timer::sleep(5).await;
    }
    drop(interval);
    let at_the_end = count.get();
    timer::sleep(50).await;
    assert_eq!(count.get(), at_the_end);
    assert_eq!(Rc::strong_count(&count), 1, "the callback was kept");
}

#[wasm_bindgen_test]
async fn a_lock_is_held_by_one_until_it_is_dropped() {
    let held = locks::acquire("test-lock").await.unwrap();
    assert_eq!(locks::acquire("test-lock").await.err(), Some(NotHeld::Busy));
    let other = locks::acquire("test-other-lock").await.unwrap();
    drop(held);
    let again = locks::take_over("test-lock", None, 5000).await.unwrap();
    drop((again, other));
}

#[wasm_bindgen_test]
async fn a_lock_is_yielded_to_whoever_asks() {
    let held = Rc::new(Cell::new(Some(locks::acquire("test-yield").await.unwrap())));
    let letting_go = held.clone();
    let holder = Neighbours::meet(move || drop(letting_go.take())).unwrap();
    let asker = Neighbours::meet(|| {}).unwrap();
    let taken = locks::take_over("test-yield", Some(&asker), 5000).await.unwrap();
    assert!(held.take().is_none());
    drop(holder);
    // Nobody listens any more, so nobody lets go: the lock is taken, and whoever had it can tell.
    assert!(taken.is_ours());
    let stolen = locks::take_over("test-yield", Some(&asker), 250).await.unwrap();
    timer::sleep(50).await;
    assert!(stolen.is_ours() && !taken.is_ours());
}

#[wasm_bindgen_test]
async fn whoever_asks_for_a_lock_does_not_hear_itself() {
    let held = locks::acquire("test-echo").await.unwrap();
    let (heard, other_heard) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(0)));
    let counting = |count: &Rc<Cell<u32>>| {
        let count = count.clone();
        move || count.set(count.get() + 1)
    };
    let asker = Neighbours::meet(counting(&heard)).unwrap();
    let other = Neighbours::meet(counting(&other_heard)).unwrap();
    let taken = locks::take_over("test-echo", Some(&asker), 250).await.unwrap();
    timer::sleep(100).await;
    assert_eq!((heard.get(), other_heard.get()), (0, 1), "the asker must stay, the other must let go");
    drop((held, taken, other));
}

#[wasm_bindgen_test]
fn the_device_remembers_its_settings_and_survives_blocked_storage() {
    run("localStorage.clear(); sessionStorage.clear()");
    assert_eq!(DeviceSettings::load(), DeviceSettings::default());
    assert!(remember_theme(Theme::FairyLights));
    assert!(remember_text_size(TextSize::Large));
    assert!(remember_nickname("first", "Lantern \u{1f3ee}"));
    let remembered = DeviceSettings {
        theme: Theme::FairyLights,
        text_size: TextSize::Large,
        nickname: Some("Lantern \u{1f3ee}".into()),
        place: Some("first".into()),
    };
    assert_eq!(DeviceSettings::load(), remembered);
    run("localStorage.setItem('lantern-room.theme', 'from tomorrow')");
    assert_eq!(DeviceSettings::load(), DeviceSettings { theme: Theme::Device, ..remembered });
    // A second vault has a name of its own, under a place of its own.
    let place = settings::new_place();
    settings::remember_place(&place);
    assert_eq!((settings::place(), DeviceSettings::load().nickname), (place.clone(), None));
    assert!(remember_nickname(&place, "Owl room"));
    let second = DeviceSettings::load();
    assert_eq!((second.nickname.as_deref(), second.place.as_deref()), (Some("Owl room"), Some(&*place)));
    assert_eq!(settings::nickname_of("first").as_deref(), Some("Lantern \u{1f3ee}"));
    let mut places = settings::remembered_places();
    places.sort();
    let mut expected = vec!["first".to_owned(), place];
    expected.sort();
    assert_eq!(places, expected);

    // Another window goes to another door: this one keeps to its own.
    run("localStorage.setItem('lantern-room.place', 'first')");
    assert_eq!(DeviceSettings::load(), second);

    for blocked in ["get() { throw new DOMException('blocked', 'SecurityError'); }", "value: null"] {
        let restore = run(&format!(
            "const old = Object.getOwnPropertyDescriptor(window, 'localStorage');
             Object.defineProperty(window, 'localStorage', {{ {blocked}, configurable: true }});
             return () => Object.defineProperty(window, 'localStorage', old);"
        ));
        let settings = (DeviceSettings::load(), settings::remember_theme(Theme::Day));
        js_sys::Function::from(restore).call0(&JsValue::NULL).unwrap();
        assert_eq!(settings, (DeviceSettings::default(), false));
    }
    run("localStorage.clear(); sessionStorage.clear()");
}

#[wasm_bindgen_test]
async fn the_browser_says_how_much_room_there_is() {
    let estimate = persistence::estimate().await.unwrap();
    assert!(estimate.quota > estimate.usage);
    assert!(persistence::persisted().await.is_some());
}

#[wasm_bindgen_test]
async fn what_this_browser_lacks_is_said_and_nothing_breaks() {
    assert!(!install::is_standalone());
    assert!(!install::is_ios());
    let offer = install::InstallOffer::watch(|_| {});
    assert_eq!(offer.ask().await, install::Answer::NotAsked);
    // The test's server has no such script.
    assert!(service_worker::Installed::register(|_| {}).await.is_none());
    assert!(visibility::on_change(|_| {}).is_some());
    if let Some(speech) = Speech::find() {
        let _listener = speech.on_voices(|_| {});
        assert_eq!(speech.speak("good morning"), speech.has_voice());
        speech.stop();
    }
    drop(wake_lock::WakeLock::request().await);
}

#[wasm_bindgen_test]
async fn the_offer_to_install_is_kept_until_it_is_wanted() {
    let offers = Rc::new(Cell::new(0));
    let told = offers.clone();
    let offer = install::InstallOffer::watch(move |available| told.set(told.get() * 10 + i32::from(available) + 1));
    run("const event = new Event('beforeinstallprompt', { cancelable: true });
         event.prompt = () => { event.asked = true; };
         event.userChoice = Promise.resolve({ outcome: 'accepted' });
         window.dispatchEvent(event);
         if (!event.defaultPrevented) throw new Error('the browser would ask by itself');");
    assert_eq!(offers.get(), 2);
    assert_eq!(offer.ask().await, install::Answer::Accepted);
    assert_eq!(offer.ask().await, install::Answer::NotAsked);
    run("window.dispatchEvent(new Event('appinstalled'))");
    assert_eq!(offers.get(), 21);
}
