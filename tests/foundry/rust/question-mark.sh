# expect: compile_error rust.trait-bound
# needs: cargo cargo-new
mkdir src; printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
printf 'pub fn miles(text: &str) -> Result<u32, String> { Ok(text.parse::<u32>()?) }\n' > src/lib.rs
cargo check -q --offline; cargo-new check -q --offline
