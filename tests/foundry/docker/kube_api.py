# A Kubernetes API for the recordings, on port 2395: it knows Deployments and Services of namespace shop, and finds no Service valid.
import http.server, json, re

REFUSALS = {
    "services": (422, "Invalid", 'Service "till" is invalid: spec.ports: Required value', {"name": "till", "kind": "Service", "causes": [{"reason": "FieldValueRequired", "message": "Required value", "field": "spec.ports"}]}),
}
RESOURCES = {
    "/api/v1": ("v1", [("services", "Service", True), ("namespaces", "Namespace", False)]),
    "/apis/apps/v1": ("apps/v1", [("deployments", "Deployment", True)]),
}


class Server(http.server.BaseHTTPRequestHandler):
    def answer(self, status, what):
        body = json.dumps(what).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def failure(self, code, reason, message, details=None):
        self.answer(code, {"kind": "Status", "apiVersion": "v1", "metadata": {}, "status": "Failure", "message": message, "reason": reason, "code": code, **({"details": details} if details else {})})

    def do_GET(self):
        path = self.path.split("?")[0]
        if path == "/version":
            self.answer(200, {"major": "1", "minor": "24", "gitVersion": "v1.24.0"})
        elif path == "/api":
            self.answer(200, {"kind": "APIVersions", "versions": ["v1"]})
        elif path == "/apis":
            version = {"groupVersion": "apps/v1", "version": "v1"}
            self.answer(200, {"kind": "APIGroupList", "apiVersion": "v1", "groups": [{"name": "apps", "versions": [version], "preferredVersion": version}]})
        elif path in RESOURCES:
            name, kinds = RESOURCES[path]
            self.answer(200, {"kind": "APIResourceList", "groupVersion": name, "resources": [{"name": n, "singularName": k.lower(), "namespaced": ns, "kind": k, "verbs": ["create", "get", "list", "patch"]} for n, k, ns in kinds]})
        else:
            self.failure(404, "NotFound", "not found")

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.failure(*REFUSALS[re.search(r"\w+$", self.path.split("?")[0]).group()])

    def log_message(self, *_):
        pass


http.server.ThreadingHTTPServer(("127.0.0.1", 2395), Server).serve_forever()
