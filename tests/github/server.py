#!/usr/bin/env python3
"""A GitHub for tests, on loopback: the part of its REST API that regreen uses, over real git repositories.

  server.py FOLDER [FAULT...]

FOLDER/OWNER/NAME.git are the repositories, served over smart HTTP by git itself. FOLDER/world.json says what else is there:
{"token": "...", "runs": [{"id", "repository", "head_sha", "head_branch", "conclusion", "event", "log": FILE or ZIP,
"jobs": [{"id", "name", "conclusion", "log"}]}]}. "latency_s" is how long answers are under way. Listens on a free port, writes its address to
FOLDER/address when it is ready and every request to FOLDER/requests.jsonl; what was asked of the API and answered in full, tokens left
out, to FOLDER/exchanges.jsonl. Logs lie on a second host, 127.0.0.2, which refuses whoever brings a token, as blob stores do. Who
asks again with the ETag of what still holds gets a 304. Objects,
branches and refs are git's own; pull requests and labels lie in FOLDER/pulls.json. What is answered is in world.py.

A FAULT is N:KIND for the Nth request to the API (from 1): 429, 403 (secondary limit), 500, 502, html (a captive portal), cut (half
an answer), close (none), empty (200 without a body), lost (it is done, and nobody hears of it).
store:KIND,KIND… are those of the store's first answers: a status, html, cut, trickle, hang.
Formats: https://docs.github.com/en/rest, api version 2022-11-28.
"""
import base64, hashlib, http.server, json, os, re, subprocess, sys, threading, time, urllib.parse
import remarks
from world import APP, FOLDER, LOCK, ROUTES, Refused, WORLD, need

FAULTS = dict(fault.split(":", 1) for fault in sys.argv[2:])
STORE_FAULTS = FAULTS.pop("store", "").split(",")
COUNT = 0


def note(file="requests.jsonl", **what):
    with LOCK, open(FOLDER / file, "a") as notes:
        notes.write(json.dumps(what) + "\n")


class Api(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def handle_one(self):
        address = urllib.parse.urlsplit(self.path)
        self.query = dict(urllib.parse.parse_qsl(address.query))
        self.raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.is_git = re.match(r"/[\w.-]+/[\w.-]+\.git/", address.path)
        if self.is_git:
            return self.serve_git(address)
        path = urllib.parse.unquote(address.path)
        global COUNT
        with LOCK:
            COUNT += 1
            number = COUNT
        note(host="api", method=self.command, path=self.path, token=self.headers.get("Authorization") is not None)
        self.fault = fault = FAULTS.pop(str(number), None)
        if fault and fault != "lost":
            return self.fail_as(fault)
        self.body = json.loads(self.raw) if self.raw else {}
        self.extra, self.status_done = [], 201 if self.command == "POST" else 200
        try:
            need(self.bearer() is None or self.bearer() == WORLD.get("token") or (APP and APP.knows(self.bearer(), self.command, path)), 401, "Bad credentials")
            need(self.headers.get("X-GitHub-Api-Version") == "2022-11-28", 400, "Bad version")
            need(not any(path.startswith(f"/repos/{name}/") for name in WORLD.get("moved", [])), 301, "Moved Permanently", url=f"{ADDRESS}/repositories/1")
            for method, pattern, answer in ROUTES + remarks.ROUTES:
                found = pattern.match(path)
                if found and method == self.command:
                    if method != "GET":
                        need(self.headers.get("Authorization"), 401, "Requires authentication")
                    said = answer(self, *found.groups())
                    if fault == "lost":
                        return self.fail_as("close")
                    return None if said is None else self.say(self.status_done, said)
            raise Refused(404, "Not Found")
        except Refused as refused:
            return self.say(refused.status, refused.body)

    do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = handle_one

    def bearer(self):
        said = self.headers.get("Authorization")
        return said and re.sub("^(Bearer|token) ", "", said)

    def note_exchange(self, status, answer):
        headers = {name.lower(): value for name, value in self.headers.items() if name.lower() != "authorization"}
        if isinstance(answer, dict) and "token" in answer:
            answer = {**answer, "token": "***"}
        note("exchanges.jsonl", method=self.command, path=self.path, headers=headers, body=json.loads(self.raw) if self.raw else None,
             fault=self.fault, status=status, answer=answer)

    def say(self, status, what, content="application/json", headers=()):
        data = what if isinstance(what, bytes) else json.dumps(what).encode()
        if status == 200 and self.command == "GET" and content == "application/json" and not self.is_git:
            etag = f'W/"{hashlib.sha256(data).hexdigest()}"'
            headers = [*headers, ("ETag", etag)]
            if self.headers.get("If-None-Match") == etag:
                status, data, what = 304, b"", b""
        if not self.is_git:
            self.note_exchange(status, None if isinstance(what, bytes) else what)
            time.sleep(WORLD.get("latency_s", 0))
        self.send_response(status)
        self.send_header("Content-Type", content)
        self.send_header("Content-Length", str(len(data)))
        for name, value in [*headers, *getattr(self, "extra", [])]:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def page(self, entries):
        size, number = int(self.query.get("per_page", 30)), int(self.query.get("page", 1))
        if number * size < len(entries):
            query = urllib.parse.urlencode({**self.query, "page": number + 1})
            self.extra.append(("Link", f"<{ADDRESS}{urllib.parse.urlsplit(self.path).path}?{query}>; rel=\"next\""))
        return entries[(number - 1) * size:number * size]

    def lead_to(self, file):
        self.say(302, b"", headers=[("Location", f"{STORE_ADDRESS}/{urllib.parse.quote(file)}")])

    def fail_as(self, fault):
        if fault == "429":
            return self.say(429, {"message": "too many"}, headers=[("retry-after", "1")])
        if fault == "403":
            return self.say(403, {"message": "You have exceeded a secondary rate limit"}, headers=[("retry-after", "1")])
        if fault == "html":
            return self.say(200, b"<html>Please log in to this network</html>", "text/html")
        if fault == "empty":
            return self.say(200, b"")
        if fault in ("cut", "close"):
            self.note_exchange(None, None)
            if fault == "cut":
                self.send_response(200)
                self.send_header("Content-Length", "1000")
                self.end_headers()
                self.wfile.write(b'{"half": ')
            self.close_connection = True
            return self.connection.shutdown(2)
        return self.say(int(fault), {"message": "trouble"})

    # By git's own program, as any web server does it.
    def serve_git(self, address):
        note(host="git", method=self.command, path=self.path, token=self.headers.get("Authorization") is not None)
        tokens = [WORLD.get("token"), *(APP.lent if APP else [])]
        wanted = ["Basic " + base64.b64encode(f"x-access-token:{token}".encode()).decode() for token in tokens if token]
        if self.headers.get("Authorization") not in wanted:
            return self.say(401, b"", headers=[("WWW-Authenticate", 'Basic realm="GitHub"')])
        env = {"PATH": os.environ["PATH"], "GIT_PROJECT_ROOT": str(FOLDER), "GIT_HTTP_EXPORT_ALL": "1", "PATH_INFO": address.path,
               "QUERY_STRING": address.query, "REQUEST_METHOD": self.command, "CONTENT_TYPE": self.headers.get("Content-Type", ""),
               "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""), "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", "")}
        answer = subprocess.run(["git", "http-backend"], input=self.raw, capture_output=True, env=env).stdout
        head, _, data = answer.partition(b"\r\n\r\n")
        headers = [line.split(": ", 1) for line in head.decode().split("\r\n")]
        status = next((int(value.split()[0]) for name, value in headers if name == "Status"), 200)
        content = next((value for name, value in headers if name == "Content-Type"), "text/plain")
        self.say(status, data, content)


class Store(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_GET(self):
        token = self.headers.get("Authorization") is not None
        note(host="store", method="GET", path=self.path, token=token)
        file = FOLDER / urllib.parse.unquote(self.path[1:])
        status, data = (400, b"too much authentication") if token else (200, file.read_bytes()) if file.is_file() else (404, b"")
        fault = STORE_FAULTS.pop(0) if STORE_FAULTS else ""
        if fault == "html":
            data = b"<!DOCTYPE html><html>Are you human?</html>"
        elif fault.isdigit():
            status, data = int(fault), b"<?xml version='1.0'?><Error><Code>AuthenticationFailed</Code></Error>"
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        sent = data[:len(data) // 2] if fault in ("cut", "hang") else data
        step = 1 if fault == "trickle" else len(data) + 1
        for at in range(0, len(sent), step):
            self.wfile.write(sent[at:at + step])
        time.sleep(60 if fault == "hang" else 0)


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *about):
        if not isinstance(sys.exc_info()[1], ConnectionError):  # whoever asked is gone, killed perhaps
            super().handle_error(*about)


store, api = Server(("127.0.0.2", 0), Store), Server(("127.0.0.1", 0), Api)
STORE_ADDRESS, ADDRESS = (f"http://{server.server_address[0]}:{server.server_address[1]}" for server in (store, api))
threading.Thread(target=store.serve_forever, daemon=True).start()
(FOLDER / "address.new").write_text(ADDRESS)
(FOLDER / "address.new").rename(FOLDER / "address")
api.serve_forever()
