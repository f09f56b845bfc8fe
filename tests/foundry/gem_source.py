"""A loopback gem source: the gems shop 1.0.0 (needs money ~> 1.0), money 1.0.0 and 2.0.0; with STATUS, refuses all."""
import hashlib, http.server, sys

PORT, STATUS = int(sys.argv[1]), int((sys.argv + ["200"])[2])
GEMS = {"shop": ["1.0.0 money:~> 1.0|checksum:0"], "money": ["1.0.0 |checksum:0", "2.0.0 |checksum:0"]}


def page(path):
    info = {f"/info/{name}": "---\n" + "\n".join(versions) + "\n" for name, versions in GEMS.items()}
    rows = [f"{name} {','.join(v.split()[0] for v in versions)} {hashlib.md5(info['/info/' + name].encode()).hexdigest()}"
            for name, versions in GEMS.items()]
    return {**info, "/versions": "created_at: 2020-01-01T00:00:00Z\n---\n" + "\n".join(rows) + "\n"}.get(path)


class Source(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = page(self.path) if STATUS == 200 else ""
        self.send_response(404 if body is None else STATUS)
        body = (body or "").encode()
        self.send_header("ETag", '"%s"' % hashlib.md5(body).hexdigest())
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_HEAD = do_GET

    def log_message(self, *_):
        pass


http.server.ThreadingHTTPServer(("127.0.0.1", PORT), Source).serve_forever()
