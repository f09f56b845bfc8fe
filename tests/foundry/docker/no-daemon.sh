# expect: infrastructure docker.no-daemon
# needs: docker
docker -H unix:///tmp/foundry/home/docker.sock ps
docker -H tcp://127.0.0.1:9 ps
