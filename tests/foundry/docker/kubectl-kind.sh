# expect: configuration_error kubectl.kind-unknown
# needs: kubectl33 python3
. "$FOUNDRY/docker/kube-server"
printf 'apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata: {name: till}\nspec: {}\n' >till.yaml
kubectl33 apply --validate=false -f till.yaml
