# expect: success
# needs: node npm python3
# A loopback registry with one deprecated package and one optional one for another system.
mkdir -p old-fetch fs-watch-darwin
printf '{"name":"old-fetch","version":"1.0.2","main":"i.js"}' > old-fetch/package.json; echo > old-fetch/i.js
printf '{"name":"fs-watch-darwin","version":"2.0.0","os":["darwin"]}' > fs-watch-darwin/package.json
npm pack --silent --no-update-notifier ./old-fetch ./fs-watch-darwin >/dev/null
python3 "$FOUNDRY/npm_registry.py" 8301 & server=$!
trap 'kill $server' EXIT
for i in $(seq 50); do curl -s -o /dev/null http://127.0.0.1:8301/ && break; sleep 0.1; done
mkdir app; cd app
printf '{"name":"app","version":"1.0.0","engines":{"node":">=99"},"dependencies":{"old-fetch":"^1.0.0"},"optionalDependencies":{"fs-watch-darwin":"^2.0.0"}}' > package.json
npm --no-update-notifier --registry http://127.0.0.1:8301/ install --no-audit --no-fund
