# expect: configuration_error rust.not-in-workspace
# needs: cargo cargo-new
mkdir -p tide/src; echo > tide/src/lib.rs
printf '[workspace]\nmembers = ["tide"]\n\n[workspace.package]\nversion = "0.5.0"\n\n[workspace.dependencies]\n' > Cargo.toml
about='[package]\nname = "tide"\nversion.workspace = true\n'
printf "${about}edition = \"2021\"\n\n[dependencies]\nalmanac.workspace = true\n" > tide/Cargo.toml
cargo check -q --offline; cargo-new check -q --offline
printf "${about}edition.workspace = true\n" > tide/Cargo.toml
cargo check -q --offline; cargo-new check -q --offline
printf "${about}edition = \"2021\"\n\n[lints]\nworkspace = true\n" > tide/Cargo.toml
cargo-new check -q --offline
