# expect: toolchain rust.cc-missing
# needs: cargo
. "$FOUNDRY/rust/debian-crates"
printf '[package]\nname = "till-sys"\nversion = "0.1.0"\nedition = "2021"\n[build-dependencies]\ncc = "1"\n' >Cargo.toml
printf 'fn main() { cc::Build::new().file("till.c").compile("till"); }\n' >build.rs
printf 'int till_total(int price) { return price + 1; }\n' >till.c; : >src/lib.rs
CC=riscv64-linux-gnu-gcc cargo build
