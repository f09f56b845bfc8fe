# expect: compile_error rust.mismatched-types
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
pub fn sum(a: i32) -> i32 { let b: i32 = "three"; a + b }
pub fn name() -> String { "road" }
R
cargo check --offline; cargo-new check --offline
