# expect: configuration_error cloud.helm-template
# needs: helm
helm create till >/dev/null 2>&1
printf 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: till}\ndata:\n  price: {{ required "A price is needed" .Values.price }}\n' >till/templates/price.yaml
helm template till till
helm lint till
printf 'apiVersion: v1\nkind: ConfigMap\ndata: {price: {{ .Values.prices.till.sum }}}\n' >till/templates/price.yaml
helm template till till
printf 'apiVersion: v1\n  kind: ConfigMap\n' >till/templates/price.yaml
helm template till till
printf '{{ include "till.none" . }}\n' >till/templates/price.yaml
helm template till till
