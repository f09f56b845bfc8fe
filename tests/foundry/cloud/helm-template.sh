# expect: configuration_error cloud.helm-template
# needs: helm
helm create shop
sed -i 's/{{ .Values.replicaCount }}/{{ .Values.replicas.count }}/' shop/templates/deployment.yaml
helm template shop shop
helm lint shop
helm template shop shop --set image.tag={{
printf '{{- include "shop.nothing" . }}\n' >shop/templates/extra.yaml
sed -i 's/replicas.count/replicaCount/' shop/templates/deployment.yaml
helm template shop shop
printf 'a: b\n c: d\n' >shop/templates/extra.yaml
helm template shop shop
