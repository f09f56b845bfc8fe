# A git-lfs server for the recordings: by the first part of the path it has lost its objects, or refuses.
import http.server, json

REFUSALS = {"refused": 403, "login": 401}


class Server(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        status = REFUSALS.get(self.path.split("/")[1], 200)
        answer = {"objects": [dict(o, error={"code": 404, "message": "Not found"}) for o in asked.get("objects", [])]} if status == 200 else {}
        self.send_response(status)
        self.send_header("Content-Type", "application/vnd.git-lfs+json")
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())

    def log_message(self, *_):
        pass


http.server.HTTPServer(("127.0.0.1", 2398), Server).serve_forever()
