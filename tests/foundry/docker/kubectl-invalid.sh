# expect: configuration_error kubectl.invalid
# needs: kubectl33 python3
. "$FOUNDRY/docker/kube-server"
printf 'apiVersion: v1\nkind: Service\nmetadata: {name: till}\nspec: {}\n' >till.yaml
kubectl33 apply --validate=false -f till.yaml
