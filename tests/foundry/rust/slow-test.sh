# expect: test_timeout rust.test-slow
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
#[test]
fn endless() { std::thread::sleep(std::time::Duration::from_secs(300)); }
R
timeout 70 cargo test --offline; exit 1
