# expect: dependency_missing rust.crate-missing
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
use serde_json::Value;
pub fn hex(n: &[u8]) -> String { hex::encode(n) }
pub fn log(v: Value) { tracing::info!("{}", v); }
R
cargo check --offline; cargo-new check --offline
