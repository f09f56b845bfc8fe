# expect: success
# needs: node npx python3
# A loopback registry with one program, which npx installs and runs.
mkdir shop-tool
printf '{"name":"shop-tool","version":"1.2.0","bin":"tool.js"}' > shop-tool/package.json
printf '#!/usr/bin/env node\nconsole.log("All checks passed");' > shop-tool/tool.js
npm pack --silent --no-update-notifier ./shop-tool >/dev/null
python3 "$FOUNDRY/npm_registry.py" 8302 & server=$!
trap 'kill $server' EXIT
for i in $(seq 50); do curl -s -o /dev/null http://127.0.0.1:8302/ && break; sleep 0.1; done
mkdir app; cd app; echo '{"name":"app","version":"1.0.0"}' > package.json
npm_config_registry=http://127.0.0.1:8302/ npx --no-update-notifier shop-tool
