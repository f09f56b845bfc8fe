# expect: test_failure rust.doctest-failed
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
/// Adds one.
/// ```
/// assert_eq!(planner::one(1), 3);
/// ```
pub fn one(n: i32) -> i32 { n + 1 }
R
cargo test --offline; cargo-new test --offline
