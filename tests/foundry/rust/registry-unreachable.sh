# expect: network rust.registry-unreachable
# needs: cargo-new
mkdir -p src $HOME/.cargo; echo > src/lib.rs
printf '[net]\nretry = 1\n[source.crates-io]\nreplace-with = "mirror"\n[source.mirror]\nregistry = "sparse+http://127.0.0.1:9/"\n' > $HOME/.cargo/config.toml
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\nclock = "1"\n' > Cargo.toml
cargo-new check
