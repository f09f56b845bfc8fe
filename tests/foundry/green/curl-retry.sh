# expect: success
# needs: curl wget python3 pytest
# Two answers of 503, then the page: once by curl's own retries, once by wget's, once by a loop.
python3 "$FOUNDRY/flaky_server.py" 8302 2 & server=$!
trap 'kill $server' EXIT
sleep 1
curl --retry 5 --retry-delay 1 -fsS -o page http://127.0.0.1:8302/page && cat page
wget -nv --tries=5 --waitretry=1 --retry-on-http-error=503 http://127.0.0.1:8302/again -O again
for try in 1 2 3; do
  curl -fsS http://127.0.0.1:8302/loop && break
  echo "attempt $try failed, retrying in 1 s"; sleep 1
done
printf 'def test_page():\n    assert open("page").read() == "fine\\n"\n' > test_page.py
python3 -m pytest -q test_page.py
