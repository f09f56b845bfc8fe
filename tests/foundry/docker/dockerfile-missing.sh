# expect: missing_file docker.no-dockerfile
# needs: docker buildah podman
mkdir shop; DOCKER_BUILDKIT=0 docker -H unix:///tmp/foundry/home/docker.sock build shop
buildah bud --storage-driver vfs --root "$HOME/s" --runroot "$HOME/r" shop
podman --storage-driver vfs --root "$HOME/s" --runroot "$HOME/r" build shop
docker -H unix:///tmp/foundry/home/docker.sock build nowhere
exit 1
