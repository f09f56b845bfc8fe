# expect: configuration_error rust.feature-disabled
# needs: cargo rustc cargo-new
. "$FOUNDRY/rust/debian-crates"
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\ntokio = { version = "1", features = ["macros", "rt"] }\n' > Cargo.toml
printf '#[tokio::main]\nasync fn main() {}\n' > src/main.rs
cargo check -q --offline
rm -rf Cargo.lock target; cargo-new check -q --offline
