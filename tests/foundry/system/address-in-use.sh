# expect: infrastructure system.address-in-use
# needs: python3 node unshare ip
[ -n "${INSIDE:-}" ] || exec env INSIDE=1 unshare --net bash "$0"
ip link set lo up
python3 -m http.server --bind 127.0.0.1 8080 >/dev/null 2>&1 & server=$!
trap 'kill $server' EXIT
until (exec 3<>/dev/tcp/127.0.0.1/8080) 2>/dev/null; do sleep 0.1; done
python3 -m http.server --bind 127.0.0.1 8080
node -e 'require("http").createServer().listen(8080, "127.0.0.1")'
for port in 32000 35729 50051; do node -e "for (let i = 0; i < 2; i++) require('net').createServer().listen($port, '127.0.0.1')"; done
