# expect: compile_error rust.no-member
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
pub struct Road { pub length: u32 }
pub fn far(r: &Road) -> u32 { r.lenght + r.widen() }
R
cargo check --offline; cargo-new check --offline
