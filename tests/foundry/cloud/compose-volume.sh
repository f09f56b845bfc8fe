# expect: configuration_error docker.compose
# needs: docker-compose
cat > docker-compose.yml <<'YML'
version: "3"
services:
  db:
    image: postgres
    volumes:
      - data:/var/lib/db
YML
docker-compose config
