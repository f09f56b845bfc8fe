# expect: configuration_error cargo.run-which
# needs: cargo cargo-new
mkdir -p src/bin
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
printf 'fn main() {}\n' | tee src/main.rs > src/bin/fixtures.rs
cargo run --offline; cargo-new run --offline
