# expect: compile_error rust.not-for-threads
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/main.rs <<'R'
use std::rc::Rc;
fn main() {
    let all = Rc::new(vec![1u32]);
    std::thread::spawn(move || println!("{}", all.len())).join().unwrap();
}
R
cargo check --offline; cargo-new check --offline
