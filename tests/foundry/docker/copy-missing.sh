# expect: container_build docker.copy-missing
# needs: buildah
printf 'FROM scratch\nCOPY dist/shop /shop\n' >Dockerfile
buildah bud --storage-driver vfs --root "$HOME/s" --runroot "$HOME/r" .
