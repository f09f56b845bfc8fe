# A crate registry for the recordings, on port 2396: an index over git, and publishing, which is refused as its path says.
import http.server, os, subprocess

ANSWERS = {
    "forbidden": (403, '{"errors": [{"detail": "this token does not have the required permissions to perform this action"}]}'),
    "metadata": (400, '{"errors": [{"detail": "missing or empty metadata fields: description, license."}]}'),
    "again": (200, '{"errors": [{"detail": "crate version `1.0.0` is already uploaded"}]}'),
}


class Server(http.server.BaseHTTPRequestHandler):
    def answer(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        status, body = ANSWERS[self.path.split("/")[1]]
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    do_PUT = do_GET = answer

    def log_message(self, *_):
        pass


http.server.HTTPServer(("127.0.0.1", 2396), Server).serve_forever()
