# expect: compile_error rust.arguments
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
pub fn sum(a: i32, b: i32) -> i32 { a + b }
pub fn three() -> i32 { sum(3) }
R
cargo check --offline; cargo-new check --offline
