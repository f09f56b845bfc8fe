# expect: compile_error rust.macro-missing
# needs: rustc
printf 'fn main() { ensure!(1 > 0); }\n' > main.rs
rustc main.rs
