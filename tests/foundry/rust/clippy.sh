# expect: lint clippy.denied-again
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
pub fn is_long(v: &Vec<i32>) -> bool { if v.len() == 0 { return false; } true }
R
cargo clippy --offline -- -D warnings; cargo-new clippy --offline -- -D warnings
