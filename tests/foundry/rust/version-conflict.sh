# expect: dependency_conflict rust.version-not-found
# needs: cargo cargo-new
mkdir -p src $HOME/.cargo registry/clock/src; echo > src/lib.rs; echo > registry/clock/src/lib.rs
printf '[package]\nname = "clock"\nversion = "0.1.0"\n' > registry/clock/Cargo.toml; echo '{"files":{},"package":null}' > registry/clock/.cargo-checksum.json
printf '[source.crates-io]\nreplace-with = "folder"\n[source.folder]\ndirectory = "/tmp/foundry/app/registry"\n' > $HOME/.cargo/config.toml
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\nclock = "2"\n' > Cargo.toml
cargo check --offline; cargo-new check
