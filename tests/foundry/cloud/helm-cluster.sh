# expect: deployment cloud.helm-cluster
# needs: helm
helm create shop >/dev/null
helm install shop shop --kube-apiserver http://127.0.0.1:9
helm upgrade --install shop shop --kube-apiserver http://127.0.0.1:9
