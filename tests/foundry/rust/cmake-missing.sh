# expect: dependency_missing rust.build-tool-missing
# needs: cargo cc
. "$FOUNDRY/rust/debian-crates"
printf '[package]\nname = "till-sys"\nversion = "0.1.0"\nedition = "2021"\n[build-dependencies]\ncmake = "0.1"\n' >Cargo.toml
printf 'fn main() { cmake::build("till"); }\n' >build.rs; : >src/lib.rs
mkdir bin till && for tool in cargo rustc cc ld as ar; do ln -s "$(command -v $tool)" bin/$tool; done
printf 'cmake_minimum_required(VERSION 3.20)\nproject(till C)\n' >till/CMakeLists.txt
PATH=$PWD/bin cargo build
