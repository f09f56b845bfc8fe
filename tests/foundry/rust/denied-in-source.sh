# expect: lint rust.denied-lint
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
#![deny(missing_docs, unused_must_use)]
pub fn sum(a: i32) -> i32 { open(); a }
fn open() -> Result<(), ()> { Ok(()) }
R
cargo check --offline; cargo-new check --offline
