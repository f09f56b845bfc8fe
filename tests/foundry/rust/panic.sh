# expect: crash rust.panic
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/main.rs <<'R'
fn main() { let roads: Vec<u32> = Vec::new(); println!("{}", roads[std::env::args().count()]); }
R
cargo run --offline; cargo-new run --offline
