# expect: success
# needs: python3 curl
(sleep 2; exec python3 -m http.server 8398 >/dev/null 2>&1) & server=$!
trap 'kill $server; pkill -P $server' EXIT
for i in 1 2 3 4 5 6 7 8; do curl -s -o page http://127.0.0.1:8398/ && break; echo "attempt $i: connection refused, waiting for the server"; sleep 1; done
head -c 60 page; echo; echo "server is up"
