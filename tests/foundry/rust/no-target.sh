# expect: configuration_error rust.no-such-target
# needs: cargo cargo-new
mkdir src; echo > src/lib.rs
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cargo build --offline --bin server; cargo-new build --offline --bin server; cargo build --offline --features maps; cargo-new build --offline --features maps; cargo-new build --offline -p clock
