# expect: permission_denied kubectl.forbidden
# needs: kubectl python3
python3 "$FOUNDRY/cloud/kubernetes.py" & server=$!
trap 'kill $server' EXIT
until (exec 3<>/dev/tcp/127.0.0.1/8991) 2>/dev/null; do sleep 0.1; done
kubectl --server http://127.0.0.1:8991 get pods -n forbidden
