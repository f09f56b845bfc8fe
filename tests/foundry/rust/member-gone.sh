# expect: missing_file rust.no-manifest
# needs: cargo cargo-new
printf '[workspace]\nmembers = ["crates/legacy"]\n' > Cargo.toml
cargo check -q --offline; cargo-new check -q --offline
