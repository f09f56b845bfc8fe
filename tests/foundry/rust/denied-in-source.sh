# expect: lint rust.denied-lint
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
#![deny(missing_docs, dead_code)]
pub fn sum(a: i32) -> i32 { a }
fn open() -> Result<(), ()> { Ok(()) }
R
cargo check --offline; cargo-new check --offline
