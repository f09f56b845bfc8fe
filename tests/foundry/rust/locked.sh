# expect: dependency_missing rust.lock-outdated
# needs: cargo cargo-new
mkdir -p src clock/src; echo > src/lib.rs; echo > clock/src/lib.rs
printf '[package]\nname = "clock"\nversion = "0.1.0"\n' > clock/Cargo.toml
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\n' > Cargo.toml
cargo check --offline 2>/dev/null; echo 'clock = { path = "clock" }' >> Cargo.toml
cargo check --locked --offline; cargo check --frozen; cargo-new check --locked
