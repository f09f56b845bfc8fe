# expect: crash rust.signal
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
#[test]
fn dies() { std::process::abort() }
R
cargo test --offline; cargo-new test --offline
