# expect: compile_error rust.macro-missing
# needs: cargo rustc cargo-new
. "$FOUNDRY/rust/debian-crates"
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\nserde = "1"\n' > Cargo.toml
printf 'use serde::Serialize;\n\n#[derive(Serialize)]\npub struct Bed {\n    pub rows: u32,\n}\n' > src/lib.rs
cargo check -q --offline
rm -rf Cargo.lock target; cargo-new check -q --offline
