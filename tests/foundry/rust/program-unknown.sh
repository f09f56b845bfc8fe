# expect: compile_error rust.program-unknown
# needs: cargo cargo-new
mkdir src tests; printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml; printf 'fn main() {}\n' > src/main.rs
printf '#[test]\nfn runs() { assert!(std::process::Command::new(env!("CARGO_BIN_EXE_tally")).status().unwrap().success()); }\n' > tests/cli.rs
cargo test -q --offline; cargo-new test -q --offline
