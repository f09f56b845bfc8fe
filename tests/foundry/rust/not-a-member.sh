# expect: configuration_error rust.not-a-member
# needs: cargo cargo-new
printf '[workspace]\nmembers = ["crates/core"]\n' > Cargo.toml
for name in core emit; do
  mkdir -p crates/$name/src
  printf '[package]\nname = "gauge-%s"\nversion = "0.1.0"\nedition = "2021"\n' $name > crates/$name/Cargo.toml
  touch crates/$name/src/lib.rs
done
cargo check --offline --manifest-path crates/emit/Cargo.toml; cargo-new check --offline --manifest-path crates/emit/Cargo.toml
