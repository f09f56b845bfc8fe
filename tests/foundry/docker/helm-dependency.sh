# expect: dependency_missing cloud.helm-chart-missing
# needs: helm
helm create till >/dev/null 2>&1; printf 'dependencies:\n  - {name: prices, version: 1.0.0, repository: "https://charts.shop.example"}\n' >>till/Chart.yaml
helm template till till
helm template till ./basket
helm template till till -f prices.yaml
helm install till shop/till
exit 1
