# expect: container_build docker.copy-missing-buildkit
# needs: dockerd busybox unshare
. "$FOUNDRY/docker/dockerd"
printf 'FROM shop/base:1\nCOPY dist/till /srv/till\n' >Dockerfile
DOCKER_BUILDKIT=1 docker build --progress=plain -t shop/till .
