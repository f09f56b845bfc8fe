# expect: configuration_error docker.name-invalid
# needs: dockerd busybox unshare
. "$FOUNDRY/docker/dockerd"
printf 'FROM shop/base:1\nCMD ["sh"]\n' >Dockerfile
DOCKER_BUILDKIT=1 docker build --progress=plain -t Shop/till:1 .
docker build -t shop/till:$BRANCH .
docker run --rm Shop/till:1
docker tag shop/base:1 shop/till:feature/prices
docker pull shop/base:
exit 1
