# expect: container_build docker.copy-missing-buildkit
# needs: dockerd busybox unshare
. "$FOUNDRY/docker/dockerd"
printf 'FROM shop/base:1\nCOPY dist/till /srv/till\n' >Dockerfile
DOCKER_BUILDKIT=0 docker build -t shop/till .
printf 'FROM shop/base:1\nCOPY *.csv /srv/\n' >Dockerfile
DOCKER_BUILDKIT=0 docker build -t shop/till .
