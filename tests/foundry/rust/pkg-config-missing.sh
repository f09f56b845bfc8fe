# expect: dependency_missing rust.system-library
# needs: cargo cc
. "$FOUNDRY/rust/debian-crates"
printf '[package]\nname = "till-sys"\nversion = "0.1.0"\nedition = "2021"\n[build-dependencies]\npkg-config = "0.3"\n' >Cargo.toml
printf 'fn main() { pkg_config::probe_library("libprices").unwrap(); }\n' >build.rs; : >src/lib.rs
mkdir bin && for tool in cargo rustc cc ld; do ln -s "$(command -v $tool)" bin/$tool; done
PATH=$PWD/bin cargo build
cargo build
