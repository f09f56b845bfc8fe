# expect: lint rust.dropped-result
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
#![deny(unused_must_use)]
use std::io::Write;
pub fn say(out: &mut dyn Write) -> std::io::Result<()> {
    writeln!(out, "road");
    out.flush()
}
R
cargo check --offline; cargo-new check --offline
