# expect: unknown
# needs: cargo cargo-new
mkdir src; echo > src/lib.rs
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
echo 'fn main() { eprintln!("maps are not generated"); std::process::exit(3); }' > build.rs
cargo build --offline; cargo-new build --offline
