# expect: toolchain rust.target-missing
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
pub fn one() -> i32 { 1 }
R
cargo check --offline --target aarch64-unknown-linux-gnu; cargo-new check --offline --target wasm32-unknown-unknown
