# expect: success
# needs: buildah
export STORAGE_DRIVER=vfs
printf 'FROM scratch\nLABEL error="none"\nENV FAILED=0\nCOPY error.html /error.html\n' >Containerfile
echo '503 Service Unavailable' >error.html
buildah --root $PWD/r --runroot $PWD/rr bud --isolation chroot -t errors . && buildah --root $PWD/r --runroot $PWD/rr images
