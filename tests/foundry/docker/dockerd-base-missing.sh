# expect: container_build docker.image-not-found
# needs: dockerd docker-registry busybox unshare
. "$FOUNDRY/docker/dockerd"
. "$FOUNDRY/docker/registry-server"
printf 'FROM 127.0.0.1:5000/shop/basse:1\nRUN cat /prices.csv\n' >Dockerfile
DOCKER_BUILDKIT=1 docker build --progress=plain -t shop/till .
