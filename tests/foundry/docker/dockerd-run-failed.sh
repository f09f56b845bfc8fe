# expect: container_build docker.run-failed-buildkit
# needs: dockerd busybox unshare
. "$FOUNDRY/docker/dockerd"
printf 'prices.csv: 3 baskets, 2 prices\n' >check.txt
printf 'FROM shop/base:1\nCOPY check.txt /\nRUN cat /check.txt && exit 3\nCMD ["sh"]\n' >Dockerfile
DOCKER_BUILDKIT=1 docker build --progress=plain -t shop/till .
