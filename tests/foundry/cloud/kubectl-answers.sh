# expect: deployment kubectl.rollout
# needs: kubectl python3
python3 "$FOUNDRY/cloud/kubernetes.py" & server=$!
trap 'kill $server' EXIT
until (exec 3<>/dev/tcp/127.0.0.1/8991) 2>/dev/null; do sleep 0.1; done
k() { kubectl --server http://127.0.0.1:8991 "$@"; }
k get pods -n notfound
k get pods -n conflict
k get pods -n unavailable
k get shops
exit 1
