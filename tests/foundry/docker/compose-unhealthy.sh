# expect: infrastructure docker.unhealthy
# needs: dockerd docker-compose busybox unshare
. "$FOUNDRY/docker/dockerd"
cat >docker-compose.yml <<'Y'
version: "2.4"
services:
  prices:
    image: shop/base:1
    network_mode: none
    command: sleep 60
    healthcheck: {test: "cat /prices.csv", interval: 1s, retries: 2}
  till:
    image: shop/base:1
    network_mode: none
    command: sh
    depends_on: {prices: {condition: service_healthy}}
Y
docker-compose --no-ansi up -d
