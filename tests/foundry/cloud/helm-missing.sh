# expect: dependency_missing cloud.helm-chart-missing
# needs: helm
helm create shop
printf 'dependencies:\n  - name: redis\n    version: 17.0.0\n    repository: http://127.0.0.1:9\n' >>shop/Chart.yaml
helm template shop shop
helm template shop ./nothing
helm dependency build shop
helm dependency update shop
helm install shop stable/nothing
