"""Answers like the Kubernetes API; the namespace says how."""
import http.server
import json

KINDS = {"notfound": (404, "NotFound", 'namespaces "shop" not found'), "conflict": (409, "Conflict", "the object has been modified"),
         "forbidden": (403, "Forbidden", 'pods is forbidden: User "ci" cannot list resource "pods" in API group "" in the namespace "shop"'),
         "unauthorized": (401, "Unauthorized", "Unauthorized"), "unavailable": (503, "ServiceUnavailable", "the server is shutting down")}


class Kubernetes(http.server.BaseHTTPRequestHandler):
    def say(self, status, body):
        text = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def do_GET(self):
        path = self.path.split("?")[0]
        if path == "/api":
            return self.say(200, {"kind": "APIVersions", "versions": ["v1"]})
        if path == "/apis":
            return self.say(200, {"kind": "APIGroupList", "groups": []})
        if path == "/api/v1":
            pods = {"name": "pods", "singularName": "pod", "namespaced": True, "kind": "Pod", "verbs": ["get", "list"]}
            return self.say(200, {"kind": "APIResourceList", "groupVersion": "v1", "resources": [pods]})
        for name, (status, reason, text) in KINDS.items():
            if f"/namespaces/{name}/" in path:
                return self.say(status, {"kind": "Status", "apiVersion": "v1", "status": "Failure", "reason": reason,
                                         "message": text, "code": status})
        self.say(404, {"kind": "Status", "status": "Failure", "reason": "NotFound", "message": "not found", "code": 404})

    def log_message(self, *_):
        pass


http.server.ThreadingHTTPServer(("127.0.0.1", 8991), Kubernetes).serve_forever()
