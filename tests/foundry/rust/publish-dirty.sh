# expect: version_control rust.dirty
# needs: cargo git
git init -q -b main . && git config user.email a@b.c && git config user.name a
cargo init --quiet --lib --name till && git add -A && git commit -qm till
echo '// total' >> src/lib.rs
cargo package --offline
