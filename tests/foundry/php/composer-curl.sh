# expect: network php.composer-curl
# needs: composer python3
. "$FOUNDRY/faulty.sh"
export COMPOSER_ALLOW_SUPERUSER=1 COMPOSER_NO_INTERACTION=1 COMPOSER_PROCESS_TIMEOUT=20
printf '{"require":{"shop/money":"^2.0"},"config":{"secure-http":false},"repositories":[{"packagist.org":false},{"type":"composer","url":"http://repo.shop.example/"}]}' >composer.json
composer install --no-progress
sed -i 's!repo.shop.example/!198.51.100.7:8080/cut/!' composer.json
composer install --no-progress
