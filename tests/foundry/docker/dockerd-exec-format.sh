# expect: toolchain system.exec-format
# needs: dockerd busybox unshare
. "$FOUNDRY/docker/dockerd"
printf 'echo open\n' >till && chmod +x till
printf 'FROM shop/base:1\nCOPY till /\nENTRYPOINT ["/till"]\n' >Dockerfile
docker build -q -t shop/till . && docker run --rm --network none shop/till
