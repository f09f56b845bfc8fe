# expect: container_build docker.run-failed-buildkit
# needs: dockerd docker-compose busybox unshare
. "$FOUNDRY/docker/dockerd"
printf 'FROM shop/base:1\nRUN cat /prices.csv\n' >Dockerfile
printf 'version: "2.4"\nservices:\n  till: {build: ., network_mode: none}\n' >docker-compose.yml
docker-compose --no-ansi up --build
