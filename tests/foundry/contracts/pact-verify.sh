# expect: api_contract_mismatch contracts.pact
# needs: node
ln -s /tmp/tools/debian/node_modules node_modules
cat >till-prices.json <<'J'
{"consumer": {"name": "till"}, "provider": {"name": "prices"}, "metadata": {"pactSpecification": {"version": "2.0.0"}},
 "interactions": [{"description": "a request for the price of a basket", "request": {"method": "GET", "path": "/prices/3"}, "response": {"status": 200, "headers": {"Content-Type": "application/json"}, "body": {"price": 7}}}]}
J
cat >verify.js <<'J'
const {Verifier} = require("@pact-foundation/pact"), http = require("http");
const server = http.createServer((_, answer) => { answer.setHeader("Content-Type", "application/json"); answer.end('{"sum": 7}'); }).listen(2393, "127.0.0.1", () =>
  new Verifier({provider: "prices", providerBaseUrl: "http://127.0.0.1:2393", pactUrls: ["till-prices.json"], logLevel: "warn"}).verifyProvider()
    .then(() => server.close(), (e) => { console.error(String(e)); process.exit(1); }));
J
PACT_DO_NOT_TRACK=true node verify.js
