# expect: compile_error rust.not-found
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
pub fn sum(a: i32) -> i32 { a + total }
pub fn far(r: Raod) -> i32 { missing_helper(r) }
R
cargo check --offline; cargo-new check --offline
