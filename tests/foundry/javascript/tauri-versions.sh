# expect: dependency_conflict tauri.versions
# needs: tauri2
mkdir -p src-tauri/src node_modules/@tauri-apps/api
echo '{"name": "@tauri-apps/api", "version": "2.10.1"}' >node_modules/@tauri-apps/api/package.json
echo '{"name": "shop", "version": "1.0.0", "dependencies": {"@tauri-apps/api": "2.10.1"}}' >package.json
echo '{"name": "shop", "lockfileVersion": 3, "packages": {"node_modules/@tauri-apps/api": {"version": "2.10.1"}}}' >package-lock.json
printf '[package]\nname = "shop"\nversion = "1.0.0"\nedition = "2021"\n[dependencies]\ntauri = "2.9.4"\n' >src-tauri/Cargo.toml
printf 'version = 3\n[[package]]\nname = "tauri"\nversion = "2.9.4"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\n' >src-tauri/Cargo.lock
echo '{"productName": "shop", "version": "1.0.0", "identifier": "org.example.shop", "build": {"frontendDist": "../dist"}}' >src-tauri/tauri.conf.json
echo 'fn main() {}' >src-tauri/src/main.rs
tauri2 build
