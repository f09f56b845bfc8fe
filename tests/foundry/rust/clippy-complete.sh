# expect: lint clippy.denied
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
pub struct Road { signs: Vec<String> }
impl Road {
    pub fn new() -> Self { Road { signs: Vec::new() } }
    pub fn len(&self) -> usize { self.signs.len() }
}
pub struct Lane<T> { all: Vec<T> }
impl<T> Lane<T> {
    pub fn len(&self) -> usize { self.all.len() }
    fn is_empty(&self) -> bool { self.all.is_empty() }
    pub fn state(&self) -> &str { if self.is_empty() { "free" } else { "busy" } }
}
pub trait Way { fn len(&self) -> usize; }
R
cargo clippy --offline -- -D warnings; cargo-new clippy --offline -- -D warnings
