"""Two GitHubs behind one address: emulate, an independent one, and before it the GitHub of our tests for what emulate lacks, which
is runs that failed, their logs, git over HTTP, and that a branch has one open pull request. Whoever comes to ours has to be let into the repository by emulate."""
import base64
import http.client
import http.server
import json
import re
import threading
import urllib.parse

OURS = re.compile(r"/repos/(?P<api>[^/]+/[^/]+)/actions/|/(?P<git>[^/]+/[^/]+)\.git/")
NOT_PASSED_ON = {"host", "connection", "transfer-encoding", "content-length"}


def ask(address, method, path, headers, body=None):
    """(status, headers, body); redirects are answers too."""
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(address).netloc, timeout=60)
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    data = answer.read()
    connection.close()
    return answer.status, [(name, value) for name, value in answer.getheaders() if name.lower() not in NOT_PASSED_ON], data


class Front(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)) or None
        headers = {name: value for name, value in self.headers.items() if name.lower() not in NOT_PASSED_ON}
        ours = OURS.match(self.path)
        if self.command == "POST" and self.path.endswith("/pulls"):
            with self.server.opening:
                status, said, data = self.is_open(headers, body) or ask(self.server.emulate, self.command, self.path, headers, body)
        else:
            status, said, data = self.by_ours(ours, headers, body) if ours else ask(self.server.emulate, self.command, self.path, headers, body)
        if not (ours and ours["git"]):
            self.server.note(self.command, self.path, headers, body, status)
        self.send_response(status)
        for name, value in [*said, ("Content-Length", str(len(data)))]:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = answer

    def is_open(self, headers, body):
        """GitHub's refusal where the branch has an open pull request."""
        head = self.path.split("/")[2] + ":" + json.loads(body)["head"]
        _, _, there = ask(self.server.emulate, "GET", f"{self.path}?state=open&head={urllib.parse.quote(head)}", headers)
        if not json.loads(there):
            return None
        refusal = {"message": "Validation Failed", "errors": [{"resource": "PullRequest", "code": "custom", "message": f"A pull request already exists for {head}."}]}
        return 422, [("Content-Type", "application/json")], json.dumps(refusal).encode()

    def by_ours(self, ours, headers, body):
        token = re.sub("^(Bearer|token) ", "", headers.get("Authorization", ""))
        if ours["git"] and not token:
            return 401, [("WWW-Authenticate", 'Basic realm="GitHub"')], b""
        if ours["git"]:
            token = base64.b64decode(token.removeprefix("Basic ")).decode().partition(":")[2]
        asked = ask(self.server.emulate, "GET", f"/repos/{ours['git'] or ours['api']}", {"Authorization": f"Bearer {token}", "User-Agent": "front"})
        if asked[0] != 200:
            return asked
        own = self.server.own_token
        headers["Authorization"] = "Basic " + base64.b64encode(f"x-access-token:{own}".encode()).decode() if ours["git"] else f"Bearer {own}"
        return ask(self.server.ours, self.command, self.path, headers, body)


class FrontServer(http.server.ThreadingHTTPServer):
    """Listens at once, so that its address is known; answers when `emulate` and `ours` are told and it is begun."""

    daemon_threads = True

    def __init__(self, exchanges, own_token):
        super().__init__(("127.0.0.1", 0), Front)
        self.address = f"http://127.0.0.1:{self.server_address[1]}"
        self.exchanges, self.own_token, self.lock = exchanges, own_token, threading.Lock()
        self.opening = threading.Lock()

    def begin(self, emulate, ours):
        self.emulate, self.ours = emulate, ours
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def note(self, method, path, headers, body, status):
        told = {name.lower(): value for name, value in headers.items() if name.lower() != "authorization"}
        # Of what others answer, the contract says nothing.
        one = {"method": method, "path": path, "headers": told, "body": json.loads(body) if body else None, "fault": "another's", "status": status}
        with self.lock, open(self.exchanges, "a") as file:
            file.write(json.dumps(one) + "\n")
