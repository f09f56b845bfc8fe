# expect: test_failure rust.test-failed
# needs: cargo cargo-new
mkdir src tests
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
printf 'pub fn one(n: i32) -> i32 { n + 1 }\n' > src/lib.rs
printf '#[test]\nfn short_way() { assert_eq!(planner::one(1), 3, "two hops"); }\n' > tests/way.rs
cargo test --offline; cargo-new test --offline
