# expect: configuration_error rust.manifest
# needs: cargo cargo-new
mkdir src; echo > src/lib.rs
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n[features]\nmaps = ["gdal"]\n' > Cargo.toml
cargo check --offline; cargo-new check
printf '[package]\nname = planner\n' > Cargo.toml; cargo check --offline; cargo-new check
