# expect: network php.composer-network
# needs: composer
export COMPOSER_ALLOW_SUPERUSER=1 COMPOSER_NO_INTERACTION=1
printf '{"require":{"shop/money":"^2.0"},"config":{"secure-http":false},"repositories":[{"packagist.org":false},{"type":"composer","url":"http://127.0.0.1:1/"}]}' > composer.json
composer install --no-progress
