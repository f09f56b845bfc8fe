# expect: missing_file words.missing-file
# needs: dockerd busybox unshare
. "$FOUNDRY/docker/dockerd"
printf 'FROM shop/base:1\nRUN cat /prices.csv\nCMD ["sh"]\n' >Dockerfile
DOCKER_BUILDKIT=0 docker build -t shop/till .
