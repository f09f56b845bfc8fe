# expect: toolchain docker.unknown-command
# needs: docker
docker compose up; docker -H unix:///tmp/foundry/home/docker.sock nothing
