"""A loopback HTTP server that answers 503 FAILURES times for each path, then 200."""
import collections, http.server, sys

PORT, FAILURES = int(sys.argv[1]), int(sys.argv[2])
asked = collections.Counter()


class Flaky(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        asked[self.path] += 1
        status, body = (503, b"busy\n") if asked[self.path] <= FAILURES else (200, b"fine\n")
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


http.server.ThreadingHTTPServer(("127.0.0.1", PORT), Flaky).serve_forever()
