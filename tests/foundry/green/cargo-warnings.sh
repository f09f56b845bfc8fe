# expect: success
# needs: cargo
export CARGO_HOME=$HOME/cargo CARGO_TERM_COLOR=never
cargo init --vcs none --name errors -q --lib
cat > src/lib.rs <<'RS'
use std::fmt;
pub struct Failure { code: i32, unused_error: u8 }
#[derive(Debug)] pub enum Error { NotFound }
impl fmt::Display for Error { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { write!(f, "error: not found") } }
#[deprecated(note = "failed on big inputs")] pub fn parse() -> Result<(), Error> { Err(Error::NotFound) }
pub fn run(f: &Failure) { let mut x = f.code; parse(); fn never_used() {} }
#[cfg(test)] mod tests {
    #[test] #[should_panic(expected = "index out of bounds")] fn panics() { let v: Vec<i32> = vec![]; let _ = v[super::parse().is_err() as usize]; }
    #[test] #[should_panic] fn test_error_overflow() { panic!("thread 'main' panicked: attempt to add with overflow") }
    #[test] #[ignore = "times out"] fn failed_to_connect() {}
    #[test] fn error_display() { eprintln!("error[E0432]: unresolved import"); assert_eq!(super::Error::NotFound.to_string(), "error: not found"); }
}
RS
cargo build --offline
cargo test --offline
cargo test --offline -- --nocapture
