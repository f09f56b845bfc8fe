# expect: test_failure rust.test-failed
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
/// Adds one.
/// ```
/// assert_eq!(planner::one(1), 3);
/// ```
pub fn one(n: i32) -> i32 { n + 1 }
#[cfg(test)]
mod tests {
    #[test]
    fn shortest() { assert_eq!(super::one(1), 3, "two hops"); }
    #[test]
    fn longest() {}
    #[test]
    #[should_panic]
    fn lost() {}
    #[test]
    fn error() -> Result<(), String> { Err("no such road".into()) }
}
R
cargo test --offline; cargo-new test --offline
