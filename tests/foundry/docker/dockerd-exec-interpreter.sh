# expect: missing_file docker.exec-missing
# needs: dockerd busybox unshare
. "$FOUNDRY/docker/dockerd"
printf '#!/bin/bash\necho open\n' >entry.sh && chmod +x entry.sh
printf 'FROM shop/base:1\nCOPY entry.sh /\nENTRYPOINT ["/entry.sh"]\n' >Dockerfile
docker build -q -t shop/till . && docker run --rm --network none shop/till
