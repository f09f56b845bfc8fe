# expect: lint rustdoc.markup
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
//! See https://example.org/roads for more.
pub struct Road;
R
export RUSTDOCFLAGS="-D warnings"; cargo doc --offline; cargo-new doc --offline
