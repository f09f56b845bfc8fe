# expect: container_build docker.dockerfile-syntax
# needs: dockerd busybox unshare
. "$FOUNDRY/docker/dockerd"
printf 'FROM shop/base:1\nRUNN cat /prices.csv\n' >Dockerfile
DOCKER_BUILDKIT=0 docker build -t shop/till .
DOCKER_BUILDKIT=1 docker build --progress=plain -t shop/till .
