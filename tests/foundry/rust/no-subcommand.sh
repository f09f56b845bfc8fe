# expect: toolchain rust.no-subcommand
# needs: cargo cargo-new
cargo nextest run; cargo-new tarpaulin
