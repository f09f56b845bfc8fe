# expect: success
# needs: cargo
cargo init --name errors --vcs none -q . 2>/dev/null || cargo init --name errors --vcs none .
printf '#[deprecated(note = "use fetch2")]\npub fn fetch() -> Result<u8, String> { Err("connection refused".into()) }\nfn main() { if let Err(e) = fetch() { eprintln!("error: {e}, using the cache"); } }\n#[test]\nfn a_refused_connection_is_an_error() { assert!(fetch().is_err()); }\n' >src/main.rs
cargo --offline test && cargo --offline run
