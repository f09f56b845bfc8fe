# expect: compile_error rust.borrow-checker
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
pub fn twice(v: Vec<i32>) -> usize { let w = v; v.len() + w.len() }
pub fn grow(v: &mut Vec<i32>) { let first = &v[0]; v.push(*first); }
pub fn both() -> usize { let mut s = String::new(); let a = &mut s; let b = &mut s; a.push('x'); b.len() }
R
cargo check --offline; cargo-new check --offline
