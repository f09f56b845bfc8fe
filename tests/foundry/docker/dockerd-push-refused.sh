# expect: credential docker.push-refused
# needs: dockerd docker-registry python3 busybox unshare
LOGIN=1
. "$FOUNDRY/docker/dockerd"
. "$FOUNDRY/docker/registry-server"
echo tax | docker login -u shop --password-stdin 127.0.0.1:5000
docker tag shop/base:1 127.0.0.1:5000/shop/till:1
docker push 127.0.0.1:5000/shop/till:1
