# expect: configuration_error kubectl.yaml
# needs: kubectl
printf 'apiVersion: v1\nkind: Pod\nmetadata: {name: a\n' >bad.yml
kubectl apply -f bad.yml --dry-run=client
