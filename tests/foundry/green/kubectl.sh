# expect: success
# needs: kubectl
kubectl create configmap errors --from-literal=message='connection refused' --dry-run=client -o yaml
kubectl create deployment shop --image shop:1.0 --dry-run=client -o yaml
kubectl version --client
