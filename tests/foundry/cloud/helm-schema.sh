# expect: configuration_error cloud.helm-values
# needs: helm
helm create shop >/dev/null
echo '{"type": "object", "properties": {"replicaCount": {"type": "integer"}}, "required": ["region"]}' >shop/values.schema.json
helm template shop shop --set replicaCount=many
echo 'name: shop' >shop/Chart.yaml
helm lint shop
helm template shop shop
