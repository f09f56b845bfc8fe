# expect: deployment registry.version-taken
# needs: cargo git python3
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b
python3 "$FOUNDRY/rust/registry_server.py" & server=$!
trap 'kill $server' EXIT
case=again
git init -q -b main index && printf '{"dl": "http://127.0.0.1:2396/crates", "api": "http://127.0.0.1:2396/%s"}\n' $case >index/config.json && git -C index add . && git -C index commit -qm index
cargo init -q --lib --name till --vcs none shop && cd shop && mkdir .cargo
printf '[registries]\nshop = { index = "file:///tmp/foundry/app/index" }\n' >.cargo/config.toml
sed -i 's/0.1.0/1.0.0/; /edition/a description = "a till"\nlicense = "MIT"' Cargo.toml
cargo publish --registry shop --token secret --allow-dirty --no-verify
