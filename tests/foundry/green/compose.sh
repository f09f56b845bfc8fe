# expect: success
# needs: docker-compose
printf 'version: "3"\nservices:\n  web:\n    image: "shop:${SHOP_TAG}"\n    environment:\n      ON_ERROR: retry\n    restart: on-failure\n' >docker-compose.yml
docker-compose config
