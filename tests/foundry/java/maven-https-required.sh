# expect: configuration_error maven.https-required
# needs: mvn
. "$FOUNDRY/java/maven-project"; pom
python3 - <<'P' & sleep 1
import http.server
class Refuse(http.server.BaseHTTPRequestHandler):
    def do_GET(self): self.send_response(501, 'HTTPS Required'); self.end_headers()
    def log_message(self, *a): pass
http.server.HTTPServer(('127.0.0.1', 18464), Refuse).serve_forever()
P
settings http://127.0.0.1:18464/maven2
maven compile; kill %1; exit 1
