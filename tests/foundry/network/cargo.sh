# expect: network network.cargo
# needs: cargo python3 unshare ip
. "$FOUNDRY/faulty.sh"
mkdir -p src .cargo && echo 'fn main() {}' > src/main.rs
printf '[package]\nname = "shop"\nversion = "1.0.0"\nedition = "2021"\n[dependencies]\nlog = "0.4"\n' > Cargo.toml
for url in http://index.example.org/git http://198.51.100.7:9/git $base/503/git $base/reset/git https://198.51.100.7:8443/git; do
  printf '[source.crates-io]\nreplace-with = "mirror"\n[source.mirror]\nregistry = "%s"\n[net]\nretry = 1\n' $url > .cargo/config.toml
  cargo build
done
