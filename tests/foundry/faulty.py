"""A web server that fails on purpose. The first part of the path says how: http://198.51.100.7:8080/503/any/path.

  /NNN/    answers with that status     /reset/  resets the connection      /close/  closes it without an answer
  /hang/   never answers                /cut/    stops in the middle        /html/   answers a page instead of data
  /limit/  GitHub's rate limit          /files/  serves ./site, as a package index too
Ports 8441 to 8443 speak TLS with a certificate that is expired, for another host, and self-signed.
"""
import datetime
import http.server
import ipaddress
import json
import os
import socket
import ssl
import struct
import threading
import time


class Faulty(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args):
        super().__init__(*args, directory="site")

    def log_message(self, *_):
        pass

    def answer(self, status, body, headers=(), length=None):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def fail(self):
        how = self.path.lstrip("/").partition("/")[0]
        length = int(self.headers.get("Content-Length") or 0)
        self.rfile.read(length)
        self.close_connection = True
        if how.isdigit():
            extra = [("WWW-Authenticate", 'Basic realm="packages"')] if how == "401" else []
            return self.answer(int(how), b"%s\n" % how.encode(), extra + [("Content-Type", "text/plain")])
        if how == "limit":
            body = {"message": "API rate limit exceeded for 198.51.100.7.", "documentation_url": "https://docs.github.com/rest"}
            return self.answer(403, json.dumps(body).encode(), [("X-RateLimit-Remaining", "0"), ("Content-Type", "application/json")])
        if how == "html":
            return self.answer(200, b"<html><body>Please log in</body></html>", [("Content-Type", "text/html")])
        if how == "cut":
            return self.answer(200, b"x" * 1000, [("Content-Type", "application/octet-stream")], length=100000)
        if how == "hang":
            return time.sleep(3600)
        if how == "reset":
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()

    def do_GET(self):
        if self.path.startswith("/files/"):
            self.path = self.path[len("/files"):]
            return super().do_GET()
        try:
            self.fail()
        except OSError:
            pass

    do_POST = do_PUT = do_HEAD = do_GET

    def handle(self):
        try:
            super().handle()
        except (OSError, ValueError):
            pass

    def finish(self):
        try:
            super().finish()
        except (OSError, ValueError):
            pass


def certificate(name, days):
    """A key and self-signed certificate in one file, valid from 30 days ago to `days` from now."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.datetime.utcnow()
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    names = [x509.IPAddress(ipaddress.ip_address(name))] if name[0].isdigit() else [x509.DNSName(name)]
    cert = (x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
            .serial_number(1).not_valid_before(now - datetime.timedelta(30)).not_valid_after(now + datetime.timedelta(days))
            .add_extension(x509.SubjectAlternativeName(names), False)
            .add_extension(x509.BasicConstraints(True, None), True).sign(key, hashes.SHA256()))
    path = f"/tmp/foundry/{name}{days}.pem"
    with open(path, "wb") as out:
        out.write(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
        out.write(cert.public_bytes(serialization.Encoding.PEM))
    return path


def serve(port, pem=None):
    server = http.server.ThreadingHTTPServer(("", port), Faulty)
    server.daemon_threads = True
    server.handle_error = lambda *_: None
    if pem:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pem)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()


for port, name, days in ((8441, "198.51.100.7", -1), (8442, "packages.example.org", 300), (8443, "198.51.100.7", 300)):
    serve(port, certificate(name, days))
serve(8080)
os.close(0)
threading.Event().wait()
