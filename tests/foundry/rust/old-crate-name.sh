# expect: dependency_missing rust.crate-missing
# needs: cargo cargo-new
mkdir src; printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
printf '/// ```\n/// use router::shortest;\n/// assert_eq!(shortest(), 1);\n/// ```\npub fn shortest() -> u32 { 1 }\n' > src/lib.rs
cargo test -q --offline --doc; cargo-new test -q --offline --doc
