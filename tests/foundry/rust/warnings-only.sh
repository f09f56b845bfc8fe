# expect: success
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
use std::collections::HashMap;
fn spare() {}
pub fn sum(a: i32) -> i32 { let error = 1; a }
R
cargo check --offline && cargo-new check --offline
