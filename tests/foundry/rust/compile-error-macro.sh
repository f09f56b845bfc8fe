# expect: compile_error rust.macro
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
compile_error!("choose a map: --features maps");
macro_rules! road { (long) => {}; }
road!(short);
R
cargo check --offline; cargo-new check --offline
