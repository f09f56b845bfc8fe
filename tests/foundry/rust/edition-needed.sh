# expect: configuration_error rust.edition-needed
# needs: cargo
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\n' > Cargo.toml
printf 'pub async fn road() {}\n' > src/lib.rs
cargo check --offline
