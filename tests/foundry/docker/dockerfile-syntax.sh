# expect: container_build docker.buildah-syntax
# needs: buildah
b() { buildah bud --storage-driver vfs --root "$HOME/s" --runroot "$HOME/r" -f "$1" .; }
printf 'FROM scratch\nRUNN echo hi\n' >a; b a
printf 'RUN echo hi\n' >c; b c
printf 'FROM scratch\nCOPY a\n' >d; b d
printf 'FROM scratch\nENV\n' >e; b e
printf 'FROM scratch\nEXPOSE\nLABEL a b c\n' >f; b f
printf '' >g; b g
printf 'FROM scratch AS a\nCOPY --from=nothing /x /y\n' >h; b h
printf 'FROM\n' >i; b i
exit 125
