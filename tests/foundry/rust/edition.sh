# expect: toolchain rust.edition
# needs: cargo cargo-new
mkdir src; echo > src/lib.rs
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2024"\n' > Cargo.toml
cargo check --offline
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\nrust-version = "1.99"\n' > Cargo.toml
cargo check --offline; cargo-new check --offline
