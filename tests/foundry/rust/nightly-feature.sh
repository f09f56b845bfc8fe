# expect: toolchain rust.nightly-only
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
#![feature(never_type)]
pub fn one() -> i32 { 1 }
R
cargo check --offline; cargo-new check --offline
