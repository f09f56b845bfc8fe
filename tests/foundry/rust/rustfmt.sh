# expect: format rustfmt.diff
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
pub fn sum( a:i32 )->i32{ a }
R
cargo fmt --check; cargo-new fmt --check
