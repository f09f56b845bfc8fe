# expect: compile_error c.did-you-mean
# needs: cargo cc
. "$FOUNDRY/rust/debian-crates"
printf '[package]\nname = "till-sys"\nversion = "0.1.0"\nedition = "2021"\n[build-dependencies]\ncc = "1"\n' >Cargo.toml
printf 'fn main() { cc::Build::new().file("till.c").compile("till"); }\n' >build.rs
printf 'int till_total(int price) { return prise + 1; }\n' >till.c; : >src/lib.rs
cargo build
