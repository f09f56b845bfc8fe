# expect: crash rust.panic
# needs: cargo
mkdir src; echo > src/lib.rs
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
echo 'fn main() { std::env::var("PLANNER_MAPS").unwrap(); }' > build.rs
cargo build --offline
