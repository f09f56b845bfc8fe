# expect: configuration_error docker.compose
# needs: dockerd docker-compose busybox unshare
. "$FOUNDRY/docker/dockerd"
printf 'version: "2.4"\nservices:\n  till:\n    imagee: shop/base:1\n    ports: 80\n' >docker-compose.yml
docker-compose --no-ansi config -q
