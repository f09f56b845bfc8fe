# expect: compile_error rust.error-code
# needs: cargo rustc cargo-new
. "$FOUNDRY/rust/debian-crates"
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\ntokio = "1"\n' > Cargo.toml
printf 'pub async fn plan() -> bool {\n    tokio::signal::ctrl_c().await.is_ok()\n}\n' > src/lib.rs
cargo check -q --offline
rm -rf Cargo.lock target; cargo-new check -q --offline
