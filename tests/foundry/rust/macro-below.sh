# expect: compile_error rust.macro-missing
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/main.rs <<'R'
fn main() {
    println!("{}", twice!(2));
}
macro_rules! twice {
    ($a:expr) => {
        $a * 2
    };
}
R
cargo check --offline; cargo-new check --offline
