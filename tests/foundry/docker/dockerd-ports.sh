# expect: infrastructure system.address-in-use
# needs: dockerd busybox unshare
. "$FOUNDRY/docker/dockerd"
docker run -d --name till -p 8080:80 shop/base:1 sleep 60 >/dev/null
docker run -d -p 8080:80 shop/base:1 sleep 60
docker run -d --name till shop/base:1 sleep 60
docker exec basket cat /prices.csv
docker run --rm --network shop shop/base:1 sh
docker run --rm -v prices:relative shop/base:1 sh
docker cp till:/prices.csv .
docker rmi shop/base:1
exit 1
