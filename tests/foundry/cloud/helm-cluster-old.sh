# expect: toolchain cloud.helm-cluster-old
# needs: helm kubectl33 python3
. "$FOUNDRY/docker/kube-server"
helm create till >/dev/null 2>&1 && printf 'kubeVersion: ">=1.25.0-0"\n' >>till/Chart.yaml
helm upgrade --install till till
helm template till till --kube-version 1.24.0
