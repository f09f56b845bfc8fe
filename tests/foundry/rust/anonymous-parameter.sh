# expect: syntax_error rust.anonymous-parameter
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
printf 'pub trait Step { fn run(&self, u8) -> u8; fn all(Vec<u8>); }\n' > src/lib.rs
cargo check --offline; cargo-new check --offline
