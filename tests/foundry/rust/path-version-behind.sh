# A crate of the workspace went to 0.4.0, a member that depends on its folder still asks for 0.3.
# expect: dependency_conflict rust.version-not-found
# needs: cargo
mkdir -p core/src cli/src
printf '[workspace]\nmembers = ["core", "cli"]\n' >Cargo.toml
printf '[package]\nname = "tally-core"\nversion = "0.4.0"\nedition = "2021"\n' >core/Cargo.toml
printf '[package]\nname = "tally-cli"\nversion = "0.3.2"\nedition = "2021"\n\n[dependencies]\ntally-core = { version = "0.3.2", path = "../core" }\n' >cli/Cargo.toml
echo >core/src/lib.rs
echo 'fn main() {}' >cli/src/main.rs
cargo test --offline
