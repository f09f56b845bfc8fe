# expect: compile_error rust.lifetime
# needs: rustc
cat >missing.rs <<'R'
pub struct Line { pub text: &str }
pub fn longer(a: &str, b: &str) -> &str { if a.len() > b.len() { a } else { b } }
R
cat >undeclared.rs <<'R'
pub fn first(text: &'a str) -> &'a str { text }
R
cat >required.rs <<'R'
pub fn pick<'a>(a: &'a i32, b: &i32) -> &'a i32 { if *a > *b { a } else { b } }
R
cat >short.rs <<'R'
pub fn pick<'a, 'b>(a: &'a i32, b: &'b i32) -> &'a i32 { if *a > *b { a } else { b } }
R
cat >elided.rs <<'R'
pub struct Line<'a> { pub text: &'a str }
pub trait Show { fn show(&self) -> String; }
impl Show for Line { fn show(&self) -> String { self.text.to_string() } }
R
for file in missing undeclared required short elided; do rustc --crate-type lib --edition 2021 $file.rs; done
