# expect: compile_error rust.unresolved-import
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
mod road { pub fn length() -> u32 { 3 } }
use crate::road::lenght;
use std::collection::HashMap;
R
cargo check --offline; cargo-new check --offline
