# expect: toolchain rust.lock-version
# needs: cargo
mkdir src; echo > src/lib.rs
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
printf 'version = 4\n\n[[package]]\nname = "planner"\nversion = "0.1.0"\n' > Cargo.lock
cargo check --locked --offline
