# expect: credential php.composer-login
# needs: composer python3
. "$FOUNDRY/faulty.sh"
export COMPOSER_ALLOW_SUPERUSER=1 COMPOSER_NO_INTERACTION=1
printf '{"require":{"shop/money":"^2.0"},"config":{"secure-http":false},"repositories":[{"packagist.org":false},{"type":"composer","url":"http://198.51.100.7:8080/401/"}]}' >composer.json
composer install --no-progress
printf '{"http-basic": {"198.51.100.7:8080": {"username": "shop", "password": "price"}}}' >auth.json
composer install --no-progress
