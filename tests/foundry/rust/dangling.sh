# expect: compile_error rust.borrow-checker
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
pub fn text<'a>() -> &'a str { let s = String::from("road"); &s }
pub fn run() -> impl Fn() -> usize { let n = 3; || n }
R
cargo check --offline; cargo-new check --offline
