# expect: infrastructure system.address-in-use
# needs: docker python3
python3 "$FOUNDRY/docker/daemon.py" & server=$!
trap 'kill $server' EXIT
until (exec 3<>/dev/tcp/127.0.0.1/2399) 2>/dev/null; do sleep 0.1; done
export DOCKER_HOST=tcp://127.0.0.1:2399
docker pull busy
docker run busy
