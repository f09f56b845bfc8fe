# expect: configuration_error docker.compose
# needs: docker-compose
printf 'version: "3"\nservices:\n  web:\n    image: shop\n    portz: [80]\n' >docker-compose.yml
docker-compose config
printf 'version: "3"\nservices:\n  web:\n    image: shop\n    depends_on: [db]\n' >docker-compose.yml
docker-compose config
printf 'version: "3"\nservices:\n  web:\n    image: shop\n    environment:\n      A: ${SHOP_REGION:?must be set}\n' >docker-compose.yml
docker-compose config
printf 'version: "3"\nservices:\n  web:\n    image: "shop:${SHOP_TAG}"\n    env_file: .env.test\n' >docker-compose.yml
docker-compose config
printf 'version: "3"\nservices:\n  web: [\n' >docker-compose.yml
docker-compose config
rm docker-compose.yml
docker-compose up
