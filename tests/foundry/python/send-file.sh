# expect: deprecation python.argument-renamed
# needs: python3 pytest
cat > test_report.py <<'P'
import io

from flask import Flask, send_file

app = Flask("report")


@app.get("/")
def report():
    return send_file(io.BytesIO(b"1"), mimetype="text/csv", as_attachment=True, attachment_filename="report.csv")


def test_report():
    app.testing = True
    assert app.test_client().get("/").data == b"1"
P
python3 -m pytest -q
