# expect: compile_error rust.missing-use
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
pub fn tally(words: &[&str]) -> HashMap<String, usize> {
    let mut seen = HashMap::new();
    for word in words { *seen.entry(word.to_string()).or_insert(0) += 1; }
    seen
}
R
cargo check --offline; cargo-new check --offline
