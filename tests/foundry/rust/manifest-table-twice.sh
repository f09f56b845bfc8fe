# expect: configuration_error rust.manifest
# needs: cargo cargo-new
mkdir src; printf 'pub fn sum() {}\n' > src/lib.rs
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\n\n[profile.dev]\nopt-level = 1\n\n[dependencies]\n' > Cargo.toml
cargo build; cargo-new build
