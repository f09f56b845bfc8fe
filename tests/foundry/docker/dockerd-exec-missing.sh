# expect: missing_file docker.exec-missing
# needs: dockerd busybox unshare
. "$FOUNDRY/docker/dockerd"
docker run --rm --network none shop/base:1 till --port 80
docker run --rm --network none --entrypoint /entry.sh shop/base:1
docker run -d --network none --name till shop/base:1 sleep 60 >/dev/null
docker exec till bash -c 'cat /prices.csv'
