# Sourced by cases: a network of their own, without a way out or a name server, and in it the server that fails on purpose.
[ -n "${FAULTY:-}" ] || exec env FAULTY=1 unshare --net bash "$0"
ip link set lo up && ip address add 198.51.100.7/32 dev lo    # an address for documentation: some host out there
mkdir -p site
python3 "$FOUNDRY/faulty.py" &
server=$!
trap 'kill $server' EXIT
until (exec 3<>/dev/tcp/127.0.0.1/8080) 2>/dev/null; do sleep 0.1; done
base=http://198.51.100.7:8080
