# expect: dependency_missing luarocks.not-found
# needs: luarocks python3
mkdir empty; printf 'commands = {}\nrepository = {}\nmodules = {}\n' | tee empty/manifest empty/manifest-5.4 empty/manifest-5.1 >/dev/null
(cd empty; exec python3 -m http.server -b 127.0.0.1 8331 >/dev/null 2>&1) & server=$!; trap 'kill $server' EXIT; sleep 1
luarocks --local --only-server http://127.0.0.1:8331 install money

