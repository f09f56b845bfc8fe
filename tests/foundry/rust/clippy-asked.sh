# expect: lint clippy.denied-again
# needs: cargo cargo-new
mkdir -p src examples
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
#![deny(clippy::len_zero, clippy::unwrap_used)]
#![forbid(
    clippy::needless_return,
    clippy::todo
)]
pub fn is_long(v: &[i32]) -> bool { if v.len() == 0 { return false; } return v.first().unwrap() > &3; }
#[deny(clippy::needless_lifetimes)]
pub fn first<'a>(v: &'a [i32]) -> &'a i32 { &v[0] }
pub fn shown(v: &[i32]) -> String { let mut text = String::new(); for x in v { text.push_str(&format!("{}\n", x)); } text }
R
cargo clippy --offline -- -D clippy::format_push_string -F clippy::indexing_slicing
cargo-new clippy --offline -- -D clippy::format_push_string -F clippy::indexing_slicing
