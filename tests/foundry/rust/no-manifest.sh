# expect: missing_file rust.no-manifest
# needs: cargo cargo-new
cargo build; cargo-new build
cargo build --manifest-path tools/Cargo.toml; cargo-new build --manifest-path tools/Cargo.toml
mkdir src; printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\nclock = { path = "clock" }\n' > Cargo.toml; echo > src/lib.rs; cargo check --offline; cargo-new check --offline
