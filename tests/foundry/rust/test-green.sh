# expect: success
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
#[test]
fn panicked_thread_fails() { assert!(std::thread::spawn(|| panic!("on purpose: test result: FAILED")).join().is_err()); }
#[test]
#[ignore]
fn error_failed() {}
R
cargo test --offline && cargo-new test --offline
