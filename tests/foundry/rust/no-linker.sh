# expect: toolchain rust.no-linker
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/main.rs <<'R'
fn main() {}
R
RUSTFLAGS="-C linker=gcc-42" cargo build --offline; RUSTFLAGS="-C linker=gcc-42" cargo-new build --offline
