# expect: container_build docker.daemon
# needs: dockerd busybox unshare
. "$FOUNDRY/docker/dockerd"
printf 'FROM shop/base:1 AS build\nRUN cat /dev/null\nFROM shop/base:1\nCOPY --from=build /bin/cat /bin/price\n' >Dockerfile
DOCKER_BUILDKIT=0 docker build --target final -t shop/till .
DOCKER_BUILDKIT=1 docker build --progress=plain --target final -t shop/till .
