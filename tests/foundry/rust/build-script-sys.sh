# expect: dependency_missing rust.sys-build-script
# needs: cargo
mkdir src; echo > src/lib.rs
printf '[package]\nname = "planner-sys"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
echo 'fn main() { eprintln!("pkg-config does not know planner"); std::process::exit(3); }' > build.rs
cargo build --offline
