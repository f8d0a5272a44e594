//! From a passphrase to a key: Argon2id, with bounds on what is believed of a header.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use zeroize::Zeroizing;

use super::{KeyBytes, Passphrase, VaultError};

/// How much work the derivation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KdfParams {
    /// Memory, in KiB.
    pub memory_kib: u32,
    /// Passes over that memory.
    pub passes: u32,
    /// Lanes; wasm has one thread, so more than one helps nobody but an attacker.
    pub lanes: u32,
}

/// How long an unlocking should at least take on the tablet where the passphrase is set.
const AIM_MILLIS: u64 = 700;
/// The most passes that calibrating chooses; reading accepts a few more.
const MOST_PASSES: u32 = 10;

impl KdfParams {
    /// Nothing weaker is accepted (OWASP's least for Argon2id), so that an altered header cannot make guessing cheap.
    pub const FLOOR: Self = Self { memory_kib: 19 * 1024, passes: 2, lanes: 1 };
    /// Nothing heavier is accepted, so that an altered header cannot exhaust the tablet.
    pub const CEILING: Self = Self { memory_kib: 256 * 1024, passes: 12, lanes: 4 };
    /// What a new vault starts from: RFC 9106's second recommended option, with one lane.
    pub const DEFAULT: Self = Self { memory_kib: 64 * 1024, passes: 3, lanes: 1 };
    /// For a tablet that cannot spare the memory of the default.
    pub const LOW_MEMORY: Self = Self { memory_kib: 32 * 1024, passes: 6, lanes: 1 };

    /// Parameters so weak that a test can unlock a thousand times; no release knows them.
    #[cfg(test)]
    pub(crate) const CHEAP: Self = Self { memory_kib: 8, passes: 1, lanes: 1 };

    /// The same parameters if they are within the bounds.
    ///
    /// # Errors
    /// [`VaultError::ParametersOutOfBounds`].
    pub fn check(self) -> Result<Self, VaultError> {
        #[cfg(test)]
        if self == Self::CHEAP {
            return Ok(self);
        }
        let (least, most) = (Self::FLOOR, Self::CEILING);
        let within = (least.memory_kib..=most.memory_kib).contains(&self.memory_kib)
            && (least.passes..=most.passes).contains(&self.passes)
            && (least.lanes..=most.lanes).contains(&self.lanes);
        if within { Ok(self) } else { Err(VaultError::ParametersOutOfBounds) }
    }

    /// Chooses the parameters for this tablet. `measure` derives once with what it is given and answers how many
    /// milliseconds that took, or that the memory was not there.
    ///
    /// The passes grow until a derivation takes 700 ms or there are ten. Without the memory for the default it is half
    /// of it with six passes, and at last the floor; whoever shows settings says so then.
    ///
    /// # Errors
    /// What `measure` answers, except [`VaultError::OutOfMemory`] as long as there is something smaller to try.
    pub fn calibrate(mut measure: impl FnMut(Self) -> Result<u64, VaultError>) -> Result<Self, VaultError> {
        let mut params = Self::DEFAULT;
        loop {
            match measure(params) {
                Ok(millis) if millis >= AIM_MILLIS || params.passes >= MOST_PASSES => return Ok(params),
                Ok(millis) => {
                    // As many passes as would just do if each took what it took now; at least one more.
                    let needed = (AIM_MILLIS * u64::from(params.passes)).div_ceil(millis.max(1));
                    let needed = u32::try_from(needed).unwrap_or(MOST_PASSES);
                    params.passes = needed.clamp(params.passes + 1, MOST_PASSES);
                }
                Err(VaultError::OutOfMemory) => {
                    params = match params.memory_kib {
                        more if more > Self::LOW_MEMORY.memory_kib => Self::LOW_MEMORY,
                        more if more > Self::FLOOR.memory_kib => Self::FLOOR,
                        _ => return Err(VaultError::OutOfMemory),
                    };
                }
                Err(other) => return Err(other),
            }
        }
    }
}

/// Derives a key from a passphrase: Argon2id version 1.3.
///
/// # Errors
/// [`VaultError::ParametersOutOfBounds`] before any work is done, [`VaultError::OutOfMemory`].
pub fn derive(passphrase: &Passphrase, salt: &[u8; 16], params: KdfParams) -> Result<KeyBytes, VaultError> {
    let params = params.check()?;
    let params = Params::new(params.memory_kib, params.passes, params.lanes, Some(32))
        .map_err(|_| VaultError::ParametersOutOfBounds)?;
    // Our own memory, because it is full of what the key is made of and must be wiped, and must not abort if it is not
    // there.
    let mut memory = Zeroizing::new(Vec::new());
    memory.try_reserve_exact(params.block_count()).map_err(|_| VaultError::OutOfMemory)?;
    memory.resize(params.block_count(), Block::new());
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    KeyBytes::written(|key| {
        // EXPOSE: the key is derived from the passphrase.
        argon.hash_password_into_with_memory(passphrase.expose().as_bytes(), salt, key, memory.as_mut_slice())
    })
    .map_err(|_| VaultError::ParametersOutOfBounds)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_step_outside_the_bounds_is_refused_before_any_work() {
        let KdfParams { memory_kib, passes, lanes } = KdfParams::FLOOR;
        let top = KdfParams::CEILING;
        let passphrase = Passphrase::typed("any");
        for params in [
            KdfParams { memory_kib: memory_kib - 1, ..KdfParams::FLOOR },
            KdfParams { passes: passes - 1, ..KdfParams::FLOOR },
            KdfParams { lanes: lanes - 1, ..KdfParams::FLOOR },
            KdfParams { memory_kib: top.memory_kib + 1, ..top },
            KdfParams { memory_kib: u32::MAX, ..top },
            KdfParams { passes: top.passes + 1, ..top },
            KdfParams { lanes: top.lanes + 1, ..top },
        ] {
            assert_eq!(derive(&passphrase, &[0; 16], params), Err(VaultError::ParametersOutOfBounds), "{params:?}");
        }
        for params in [KdfParams::FLOOR, KdfParams::LOW_MEMORY, KdfParams::DEFAULT, KdfParams::CEILING] {
            assert_eq!(params.check(), Ok(params));
        }
    }

    #[test]
    fn passphrase_salt_and_every_parameter_change_the_key() {
        let cheap = KdfParams::CHEAP;
        let key = |text, salt: u8| derive(&Passphrase::typed(text), &[salt; 16], cheap).unwrap();
        assert_eq!(key("one", 1), key("one", 1));
        assert_ne!(key("one", 1), key("one", 2));
        assert_ne!(key("one", 1), key("two", 1));
        let floor = |passes, more| {
            let memory_kib = KdfParams::FLOOR.memory_kib + more;
            derive(&Passphrase::typed("one"), &[1; 16], KdfParams { passes, memory_kib, lanes: 1 }).unwrap()
        };
        assert_ne!(floor(2, 0), floor(3, 0));
        assert_ne!(floor(2, 0), floor(2, 8));
    }

    /// What calibrating asks for on a tablet where a pass over a MiB takes so many microseconds.
    fn calibrated(micros: u64, memory_mib: u32) -> (Result<KdfParams, VaultError>, usize) {
        let mut tries = 0;
        let chosen = KdfParams::calibrate(|params| {
            tries += 1;
            params.check()?;
            if params.memory_kib > memory_mib * 1024 {
                return Err(VaultError::OutOfMemory);
            }
            Ok(u64::from(params.memory_kib / 1024 * params.passes) * micros / 1000)
        });
        (chosen, tries)
    }

    #[test]
    fn a_fast_tablet_gets_more_passes_and_a_slow_one_the_default() {
        let passes = |micros| calibrated(micros, 1024).0.unwrap().passes;
        assert_eq!(calibrated(20_000, 1024), (Ok(KdfParams::DEFAULT), 1));
        assert_eq!(passes(1_600), 7);
        assert_eq!(passes(1), 10);
        assert_eq!(passes(0), 10);
        for micros in 1_100..4_000 {
            let (chosen, tries) = calibrated(micros, 1024);
            let chosen = chosen.unwrap();
            assert!(u64::from(64 * chosen.passes) * micros / 1000 >= 700 && tries <= 3, "{micros}: {chosen:?}");
        }
    }

    #[test]
    fn a_tablet_without_the_memory_gets_less_of_it() {
        assert_eq!(calibrated(5_000, 40).0, Ok(KdfParams::LOW_MEMORY));
        assert_eq!(calibrated(50_000, 20).0, Ok(KdfParams::FLOOR));
        assert_eq!(calibrated(5_000, 10).0, Err(VaultError::OutOfMemory));
        assert!(calibrated(1, 20).0.unwrap().check().is_ok());
    }

    #[test]
    fn argon2id_agrees_with_rfc_9106() {
        // RFC 9106, section 5.3.
        let params = argon2::ParamsBuilder::new()
            .m_cost(32)
            .t_cost(3)
            .p_cost(4)
            .data(argon2::AssociatedData::new(&[4; 12]).unwrap())
            .output_len(32)
            .build()
            .unwrap();
        let argon = Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params).unwrap();
        let mut tag = [0; 32];
        argon.hash_password_into(&[1; 32], &[2; 16], &mut tag).unwrap();
        assert_eq!(
            tag,
            [
                0x0d, 0x64, 0x0d, 0xf5, 0x8d, 0x78, 0x76, 0x6c, 0x08, 0xc0, 0x37, 0xa3, 0x4a, 0x8b, 0x53, 0xc9, 0xd0,
                0x1e, 0xf0, 0x45, 0x2d, 0x75, 0xb6, 0x5e, 0xb5, 0x25, 0x20, 0xe9, 0x6b, 0x01, 0xe6, 0x59,
            ]
        );
    }

    #[test]
    fn our_own_way_in_agrees_with_the_reference_implementation() {
        // Made with the C implementation by the authors of Argon2.
        let passphrase = Passphrase::typed("quiet otter paints the moon");
        let salt = core::array::from_fn(|place| place as u8);
        let key = derive(&passphrase, &salt, KdfParams::FLOOR).unwrap();
        assert_eq!(
            key.expose(),
            &[
                0xc4, 0xfa, 0xee, 0xcd, 0xff, 0x9e, 0x52, 0x94, 0xc4, 0x1f, 0x20, 0xe6, 0x40, 0xcf, 0xb1, 0x52, 0x34,
                0x06, 0x4a, 0x60, 0xe7, 0xdf, 0x94, 0x99, 0x52, 0x82, 0x86, 0xdb, 0x3b, 0x81, 0x92, 0x8c,
            ]
        );
    }
}
