#!/usr/bin/env python3
"""A package registry on the loopback, with faulty packages; runs the command it is given against it.

usage: registry.py COMMAND...
  left 1.0.0 1.1.0 2.0.0, right 1.0.0 (peer: left ^1), future 1.0.0 (engine node >= 99), leaky 1.0.0 (has an advisory),
  tampered 1.0.0 (the tarball is not the one that the metadata promise), native 1.0.0 (its install script fails),
  tally 1.0.0 (a program), cut 1.0.0 (the connection ends before the tarball does);
  private, barred, busy and down answer 401, 403, 429 and 503, other names 404.
  To publish: left is there already, hidden answers 404, guarded asks for a one-time password, barred answers 403, others 401.
"""
import base64, hashlib, http.server, io, json, os, subprocess, sys, tarfile, threading

PORT = 4873
HERE = f"http://127.0.0.1:{PORT}"
VERSIONS = {
    "left": {"1.0.0": {}, "1.1.0": {}, "2.0.0": {}},
    "right": {"1.0.0": {"peerDependencies": {"left": "^1.0.0"}}},
    "future": {"1.0.0": {"engines": {"node": ">=99"}}},
    "leaky": {"1.0.0": {}, "1.0.1": {}},
    "tampered": {"1.0.0": {}},
    "cut": {"1.0.0": {}},
    "tally": {"1.0.0": {"bin": "index.js"}},
    "native": {"1.0.0": {"scripts": {"install": "node build.js"}}},
}
REFUSED = {"private": (401, "authentication required"), "barred": (403, "you have no right to read this package"),
           "busy": (429, "too many requests"), "down": (503, "service unavailable")}


def manifest(name, version):
    return {"name": name, "version": version, "main": "index.js", **VERSIONS[name][version]}


def tarball(name, version):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as tar:
        for path, text in {"package.json": json.dumps(manifest(name, version)), "index.js": "module.exports = 1\n"}.items():
            info = tarfile.TarInfo("package/" + path)
            info.size, info.mode = len(text), 0o644
            tar.addfile(info, io.BytesIO(text.encode()))
    data = bytearray(out.getvalue())
    data[4:8] = b"\0\0\0\0"  # gzip's time: the same bytes, and so the same checksum, on every run
    return bytes(data)


def packument(name):
    versions = {}
    for version in VERSIONS[name]:
        promised = b"something else" if name == "tampered" else tarball(name, version)
        versions[version] = manifest(name, version) | {"dist": {
            "tarball": f"{HERE}/{name}/-/{name}-{version}.tgz",
            "shasum": hashlib.sha1(promised).hexdigest(),
            "integrity": "sha512-" + base64.b64encode(hashlib.sha512(promised).digest()).decode()}}
    return {"name": name, "dist-tags": {"latest": list(versions)[-1]}, "versions": versions}


ADVISORY = {"id": 1, "url": "https://example.org/advisory/1", "title": "leaky leaks", "severity": "high",
            "vulnerable_versions": "<1.0.1", "cwe": [], "cvss": {"score": 7.5, "vectorString": None}}


class Registry(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def answer(self, status, body, **headers):
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.send_header("Content-Type", "application/json" if not isinstance(body, bytes) else "application/gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self):
        name, _, rest = self.path.lstrip("/").partition("/")
        if name.startswith("token?"):
            return self.answer(200, {"value": "e30.e30.e30"})  # what a CI system's identity provider answers
        if name in REFUSED:
            return self.answer(REFUSED[name][0], {"error": REFUSED[name][1]})
        if name not in VERSIONS:
            return self.answer(404, {"error": "Not found"})
        if name == "cut" and rest:
            self.send_response(200)
            self.send_header("Content-Length", "4000")
            self.end_headers()
            return self.wfile.write(tarball(name, "1.0.0")[:90])
        if rest.endswith(".tgz"):
            return self.answer(200, tarball(name, rest[:-4].rpartition("-")[2]))
        self.answer(200, packument(name))

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if "/oidc/token/exchange/" in self.path:
            return self.answer(404, {"message": "OIDC token exchange error - package not found"})
        self.answer(200, {"leaky": [ADVISORY]} if self.path.endswith("advisories/bulk") else {})

    def do_PUT(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        name = self.path.lstrip("/")
        if name == "left":
            return self.answer(403, {"error": "You cannot publish over the previously published versions: 1.0.0."})
        if name == "hidden":
            return self.answer(404, {"error": "Not found"})
        if name == "guarded":
            return self.answer(401, {"error": "you must provide a one-time pass"}, WWW_Authenticate="OTP")
        if name == "barred":
            return self.answer(403, {"error": "you have no right to publish this package"})
        self.answer(401, {"error": "you must be logged in to publish packages"})


server = http.server.ThreadingHTTPServer(("127.0.0.1", PORT), Registry)
threading.Thread(target=server.serve_forever, daemon=True).start()
os.environ |= {
    "npm_config_registry": HERE + "/", "npm_config_fetch_retries": "0", "npm_config_update_notifier": "false",
    "YARN_REGISTRY": HERE, "YARN_NPM_REGISTRY_SERVER": HERE, "YARN_UNSAFE_HTTP_WHITELIST": "127.0.0.1",
    "YARN_ENABLE_TELEMETRY": "0", "YARN_HTTP_RETRY": "0", "YARN_ENABLE_COLORS": "0",
    "YARN_NPM_MINIMAL_AGE_GATE": "0"}
sys.exit(subprocess.call(sys.argv[1:]))
