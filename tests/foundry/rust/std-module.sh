# expect: compile_error rust.std-module-not-imported
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
pub fn map() -> String { fs::read_to_string("map.txt").unwrap() }
R
cargo check --offline; cargo-new check --offline
