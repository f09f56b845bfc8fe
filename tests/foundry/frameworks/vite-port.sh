# expect: infrastructure system.address-in-use
# needs: vite5
python3 -m http.server --bind 127.0.0.1 4173 >/dev/null 2>&1 & server=$!
sleep 1; mkdir dist; echo '<p>Basket</p>' >dist/index.html
vite5 preview --host 127.0.0.1 --strictPort; status=$?
kill $server; exit $status
