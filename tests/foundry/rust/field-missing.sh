# expect: compile_error rust.field-missing
# needs: cargo cargo-new
mkdir src tests
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
#[derive(Default)]
pub struct Limits { pub depth: usize, pub names: usize, pub links: bool, pub hosts: Vec<String>, pub time: u64 }
R
cat > tests/limits.rs <<'R'
use planner::Limits;
#[test] fn one() { assert_eq!(Limits { names: 3, links: true, hosts: vec![], time: 2 }.names, 3); }
#[test] fn two() { assert_eq!(Limits { links: true, hosts: vec![], time: 2 }.time, 2); }
#[test] fn many() { assert_eq!(Limits { links: true }.links, true); }
R
cargo test --offline; cargo-new test --offline
