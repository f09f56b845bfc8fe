# expect: compile_error rust.bounds-unsatisfied
# needs: cargo cargo-new
mkdir src
printf '[package]\nname = "planner"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'R'
pub struct Row<T>(Vec<T>);
impl<T> Row<T> {
    pub fn first(&self) -> String {
        self.0[0].to_string()
    }
}
impl<T> std::fmt::Display for Row<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        for cell in self.0.iter() {
            f.write_str(&cell.to_string())?;
        }
        Ok(())
    }
}
R
cargo check --offline; cargo-new check --offline
