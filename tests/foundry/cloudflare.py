"""A loopback Cloudflare that refuses: every request, or with REFUSE_UPLOAD only what is sent."""
import http.server, json, os


class Refuses(http.server.BaseHTTPRequestHandler):
    def answer(self, status, code, message):
        body = json.dumps({"success": False, "errors": [{"code": code, "message": message}], "messages": [], "result": None}).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        if "REFUSE_UPLOAD" in os.environ:
            return self.answer(404, 10090, "workers.api.error.service_not_found")
        self.answer(403, 10000, "Authentication error")

    def do_PUT(self):
        if "chunked" in self.headers.get("Transfer-Encoding", ""):
            while size := int(self.rfile.readline(), 16):
                self.rfile.read(size + 2)
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.answer(400, 10021, "Uncaught ReferenceError: basket is not defined\n  at shop.js:1:1\n")

    do_POST = do_PUT

    def log_message(self, *_):
        pass


http.server.HTTPServer(("127.0.0.1", 4593), Refuses).serve_forever()
