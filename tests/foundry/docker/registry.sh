# expect: container_build docker.image-not-found
# needs: buildah podman skopeo python3
python3 - <<'PY' &
import http.server
class Registry(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_): pass
    def do_GET(self):
        status, body = 404, b'{"errors":[{"code":"MANIFEST_UNKNOWN","message":"manifest unknown"}]}'
        if self.path == "/v2/": status, body = 200, b"{}"
        if "/private/" in self.path: status, body = 401, b'{"errors":[{"code":"UNAUTHORIZED","message":"authentication required"}]}'
        if "/busy/" in self.path: status, body = 429, b'{"errors":[{"code":"TOOMANYREQUESTS","message":"You have reached your pull rate limit."}]}'
        self.send_response(status); self.send_header("Content-Type", "application/json"); self.send_header("Content-Length", str(len(body)))
        self.end_headers(); self.wfile.write(body)
http.server.ThreadingHTTPServer(("127.0.0.1", 4875), Registry).serve_forever()
PY
sleep 1; p() { podman --storage-driver vfs --root "$HOME/s" --runroot "$HOME/r" pull --tls-verify=false "127.0.0.1:4875/$1"; }
p private/shop:1
timeout 20 podman --storage-driver vfs --root "$HOME/s" --runroot "$HOME/r" pull --tls-verify=false 127.0.0.1:4875/busy/shop:1
printf 'FROM 127.0.0.1:4875/shop/gone:2\n' >Dockerfile
buildah bud --tls-verify=false --storage-driver vfs --root "$HOME/s" --runroot "$HOME/r" .
p shop/gone:2; status=$?
kill %1; exit $status
