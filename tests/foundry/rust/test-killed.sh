# expect: out_of_memory rust.killed
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
#[test]
fn eats() { std::process::Command::new("kill").args(["-9", &std::process::id().to_string()]).status().unwrap(); std::thread::sleep(std::time::Duration::from_secs(5)); }
R
cargo test --offline
