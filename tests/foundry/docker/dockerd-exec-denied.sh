# expect: permission_denied docker.exec-denied
# needs: dockerd busybox unshare
. "$FOUNDRY/docker/dockerd"
printf '#!/bin/sh\necho open\n' >entry.sh && chmod 644 entry.sh
printf 'FROM shop/base:1\nCOPY entry.sh /\nENTRYPOINT ["/entry.sh"]\n' >Dockerfile
docker build -q -t shop/till . && docker run --rm --network none shop/till
