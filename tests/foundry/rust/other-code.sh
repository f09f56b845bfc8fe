# expect: compile_error rust.error-code
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
pub enum Kind { Road, Rail }
pub trait Length { fn length(&self) -> u32; }
impl Length for Kind {}
pub fn wide(k: Kind) -> u32 { match k { Kind::Road => 3 } }
R
cargo check --offline; cargo-new check --offline
