# expect: deprecation rust.denied-deprecation
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
#![deny(warnings)]
#[deprecated(note = "use open_v2")]
pub fn open_v1() {}
pub fn run() { open_v1() }
R
cargo check --offline; cargo-new check --offline
