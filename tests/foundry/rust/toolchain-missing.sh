# expect: toolchain rust.toolchain-missing
# needs: rustup
export RUSTUP_HOME=$HOME/rustup PATH=$PATH:$(dirname "$(command -v rustup)")
cargo init -q --lib --name till 2>/dev/null || { mkdir src; : >src/lib.rs; printf '[package]\nname = "till"\nversion = "0.1.0"\n' >Cargo.toml; }
rustup run 1.70.0 cargo build
rustup default
printf '[toolchain]\nchannel = "1.70.0"\n' >rust-toolchain.toml
rustup show active-toolchain
exit 1
