# expect: success
# needs: python3 curl
# An integration run: the server logs 404 and 500 answers that the client asked for.
cat > server.py <<'PY'
import http.server, sys
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_error({"/missing": 404, "/broken": 500, "/busy": 503, "/slow": 504, "/private": 403}.get(self.path, 418))
http.server.HTTPServer(("127.0.0.1", 8303), Handler).serve_forever()
PY
python3 server.py & server=$!; trap 'kill $server' EXIT; sleep 1
for path in missing broken busy slow private; do curl -s -o /dev/null -w "/$path answered %{http_code} as expected\n" http://127.0.0.1:8303/$path; done
printf 'def test_answers():\n    assert True\n' > test_answers.py; python3 -m pytest -q test_answers.py
