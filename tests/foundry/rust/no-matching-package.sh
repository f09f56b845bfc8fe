# expect: dependency_missing rust.no-matching-package
# needs: cargo cargo-new
mkdir -p src $HOME/.cargo registry; echo > src/lib.rs
printf '[source.crates-io]\nreplace-with = "folder"\n[source.folder]\ndirectory = "/tmp/foundry/app/registry"\n' > $HOME/.cargo/config.toml
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\nclockwork-toys = "1"\n' > Cargo.toml
cargo check --offline; cargo-new check
