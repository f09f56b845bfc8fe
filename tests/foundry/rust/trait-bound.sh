# expect: compile_error rust.trait-bound
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
pub struct Road;
pub fn show(r: Road) -> String { format!("{}", r) }
pub fn add(a: i32) -> f64 { a + 1.0 }
pub fn copy<T>(v: &[T]) -> T { v[0].clone() }
R
cargo check --offline; cargo-new check --offline
