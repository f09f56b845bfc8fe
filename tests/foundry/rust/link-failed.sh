# expect: link_error c.undefined-reference
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/main.rs <<'R'
extern "C" { fn route_length() -> i32; }
fn main() { println!("{}", unsafe { route_length() }); }
R
cargo build --offline 2>&1 | cut -c1-400; cargo-new build --offline 2>&1 | cut -c1-400; exit 1
