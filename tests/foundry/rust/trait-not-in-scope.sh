# expect: compile_error rust.missing-use
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
pub fn line(n: i32) -> String { let mut s = String::new(); write!(s, "{}", n).unwrap(); s }
R
cargo check --offline; cargo-new check --offline
