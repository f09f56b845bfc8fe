# expect: deployment cloud.helm-cluster
# needs: helm python3 unshare ip
. "$FOUNDRY/faulty.sh"
helm create shop >/dev/null
helm install shop shop --kube-apiserver http://198.51.100.7:9
helm upgrade --install shop shop --kube-apiserver http://198.51.100.7:9
