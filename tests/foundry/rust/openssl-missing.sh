# expect: dependency_missing rust.system-library
# needs: cargo cc
. "$FOUNDRY/rust/debian-crates"
printf '[package]\nname = "till"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\nopenssl-sys = "0.9"\n' >Cargo.toml
: >src/lib.rs
export PKG_CONFIG_LIBDIR=/nowhere
cargo build
