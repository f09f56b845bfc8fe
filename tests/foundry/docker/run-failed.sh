# expect: container_build docker.run-failed
# needs: buildah busybox
mkdir bin; cp "$(command -v busybox)" bin/sh
printf 'FROM scratch\nCOPY bin /bin\nRUN exit 3\n' >Dockerfile
buildah bud --isolation chroot --storage-driver vfs --root "$HOME/s" --runroot "$HOME/r" .
