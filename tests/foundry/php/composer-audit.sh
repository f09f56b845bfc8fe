# expect: security_finding php.composer-audit
# needs: composer python3
export COMPOSER_ALLOW_SUPERUSER=1 COMPOSER_NO_INTERACTION=1
mkdir -p site till && printf '{"name": "shop/prices", "version": "1.2.0"}' >till/composer.json && (cd till && zip -qr ../site/till.zip composer.json 2>/dev/null || /usr/bin/python3 -m zipfile -c ../site/till.zip composer.json)
cat >site/server.py <<'P'
import http.server, json
BASE = "http://127.0.0.1:2397"
ADVISORY = {"advisoryId": "SHOP-1", "packageName": "shop/prices", "affectedVersions": "<1.3.0", "title": "Prices may be read by anybody", "link": BASE + "/SHOP-1", "cve": None, "sources": [], "reportedAt": "2026-01-02T03:04:05+00:00", "composerRepository": BASE}
class Server(http.server.SimpleHTTPRequestHandler):
    def answer(self, what):
        body = json.dumps(what).encode()
        self.send_response(200); self.send_header("Content-Length", str(len(body))); self.end_headers(); self.wfile.write(body)
    def do_GET(self):
        if self.path.endswith("packages.json"):
            self.answer({"packages": [], "metadata-url": "/p2/%package%.json", "available-packages": ["shop/prices"], "security-advisories": {"metadata": False, "api-url": BASE + "/advisories"}})
        elif self.path == "/p2/shop/prices.json": self.answer({"packages": {"shop/prices": [{"name": "shop/prices", "version": "1.2.0", "dist": {"type": "zip", "url": BASE + "/till.zip"}}]}})
        else: super().do_GET()
    def do_POST(self): self.rfile.read(int(self.headers["Content-Length"])); self.answer({"advisories": {"shop/prices": [ADVISORY]}})
    def log_message(self, *_): pass
http.server.HTTPServer(("127.0.0.1", 2397), Server).serve_forever()
P
(cd site && exec python3 server.py) & server=$!
trap 'kill $server' EXIT
sleep 1
printf '{"require":{"shop/prices":"^1.0"},"config":{"secure-http":false},"repositories":[{"packagist.org":false},{"type":"composer","url":"http://127.0.0.1:2397"}]}' >composer.json
composer install --no-progress
composer audit
