# expect: success
# needs: buildah
printf 'FROM scratch\nLABEL error="failed to solve: COPY failed"\nCOPY Dockerfile /\n' >Dockerfile
buildah bud --storage-driver vfs --root "$HOME/s" --runroot "$HOME/r" .
