# expect: deployment kubectl.no-server
# needs: kubectl
printf 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n' >a.yml
kubectl --server http://127.0.0.1:9 apply -f a.yml
kubectl --server http://127.0.0.1:9 get pods
