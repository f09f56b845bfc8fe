# Sourced by cases: answers every request to AWS with the error whose code stands in the file answer.
cat >aws.py <<'P'
import http.server

class Refuses(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        code = open("answer").read().strip()
        status = 503 if code.startswith("Thrott") else 403 if "Den" in code or "Token" in code else 400
        body = f"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>The request is refused</Message></Error></ErrorResponse>".encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_PUT = do_POST
    def log_message(self, *_):
        pass

http.server.HTTPServer(("127.0.0.1", 4591), Refuses).serve_forever()
P
python3 aws.py & server=$!
trap 'kill $server' EXIT
until (exec 3<>/dev/tcp/127.0.0.1/4591) 2>/dev/null; do sleep 0.1; done
