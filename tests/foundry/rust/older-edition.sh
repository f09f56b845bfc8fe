# expect: compile_error rust.older-edition
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
pub trait Step { fn run(&self); }
pub struct Plan { steps: Vec<Box<Step + Send>> }
impl Plan {
    pub fn first(&self) -> Option<&(Step + Send)> { self.steps.first().map(|s| s.as_ref()) }
    pub fn go(&self, other: &Step) -> Box<Step> { other.run(); panic!() }
    pub fn kind(n: u8) -> u8 { match n { 0...9 => 1, _ => 0 } }
}
R
cargo check --offline; cargo-new check --offline
sed -i s/2021/2024/ Cargo.toml
cat > src/lib.rs <<'R'
extern "C" { pub fn getpid() -> i32; }
#[no_mangle]
pub extern "C" fn plan() -> i32 { 1 }
R
cargo-new check --offline
sed -i s/2024/2018/ Cargo.toml
cat > src/lib.rs <<'R'
#![deny(warnings)]
pub trait Step { fn run(&self); }
pub fn go(step: &Step) { step.run() }
R
cargo-new check --offline
printf 'pub fn f(s: &str) -> Result<u8, std::num::ParseIntError> { let a: u8 = try!(s.parse()); Ok(a) }\n' > src/lib.rs
cargo-new check --offline
