"""A Docker daemon that refuses: the image's name is the status and the message."""
import http.server
import json
import urllib.parse

SAYS = {"gone": (404, "No such image: gone:latest"), "busy": (500, "driver failed programming external connectivity on endpoint shop: Bind for 0.0.0.0:80 failed: port is already allocated"),
        "full": (500, "write /var/lib/docker/tmp/layer: no space left on device"), "many": (500, "toomanyrequests: You have reached your pull rate limit."),
        "slow": (500, 'Get "https://images.example.org/v2/": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)'),
        "secret": (404, "pull access denied for secret, repository does not exist or may require 'docker login'"), "clash": (409, 'Conflict. The container name "/shop" is already in use by container "0000"')}


class Refuses(http.server.BaseHTTPRequestHandler):
    def say(self, status, body):
        text = json.dumps(body).encode() if body is not None else b"OK"
        self.send_response(status)
        self.send_header("Api-Version", "1.41")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(text)

    def do_GET(self):
        if "_ping" in self.path:
            return self.say(200, None)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode("utf-8", "replace")
        for name, (status, message) in SAYS.items():
            if name in urllib.parse.unquote(self.path) or f'"Image":"{name}"' in body:
                return self.say(status, {"message": message})
        self.say(500, {"message": "the daemon is not well"})

    do_POST = do_HEAD = do_DELETE = do_GET

    def log_message(self, *_):
        pass


http.server.ThreadingHTTPServer(("127.0.0.1", 2399), Refuses).serve_forever()
