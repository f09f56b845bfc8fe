"""A loopback npm registry: serves the *.tgz files of the current folder; names with 'old' are deprecated."""
import hashlib, http.server, json, pathlib, re, sys

PORT = int(sys.argv[1])


def document(name):
    versions = {}
    for tarball in pathlib.Path(".").glob(f"{name}-*.tgz"):
        version = re.fullmatch(re.escape(name) + r"-(\d.*)\.tgz", tarball.name).group(1)
        manifest = json.loads(pathlib.Path(name, "package.json").read_text())
        manifest["dist"] = {"tarball": f"http://127.0.0.1:{PORT}/-/{tarball.name}",
                            "shasum": hashlib.sha1(tarball.read_bytes()).hexdigest()}
        if "old" in name:
            manifest["deprecated"] = f"{name} is no longer supported and leaks memory: it fails with an error on newer systems"
        versions[version] = manifest
    return {"name": name, "dist-tags": {"latest": max(versions)}, "versions": versions} if versions else None


class Registry(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        name = self.path.strip("/")
        if name.startswith("-/") and pathlib.Path(name[2:]).exists():
            return self.answer(200, pathlib.Path(name[2:]).read_bytes())
        found = document(name) if name else {}
        self.answer(404 if found is None else 200, json.dumps(found or {"error": "Not found"}).encode())

    def answer(self, status, body):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


http.server.ThreadingHTTPServer(("127.0.0.1", PORT), Registry).serve_forever()
