# expect: environment_variable environment.unset
# needs: rustc
printf 'fn main() { println!("{}", env!("SHOP_URL")); }\n' >main.rs
rustc main.rs
