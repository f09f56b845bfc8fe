# expect: missing_file rust.module-file-missing
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
mod road;
pub const MAP: &str = include_str!("../maps/default.txt");
R
cargo check --offline; cargo-new check --offline
