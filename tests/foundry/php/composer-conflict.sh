# expect: dependency_conflict php.composer-version-conflict
# needs: composer
export COMPOSER_ALLOW_SUPERUSER=1 COMPOSER_NO_INTERACTION=1 COMPOSER_DISABLE_NETWORK=1
mkdir money cart; echo '{"name":"shop/money","version":"2.0.0"}' > money/composer.json; echo '{"name":"shop/cart","version":"1.0.0","require":{"shop/money":"^1.0"}}' > cart/composer.json
printf '{"require":{"shop/money":"^2.0","shop/cart":"^1.0"},"repositories":[{"packagist.org":false},{"type":"path","url":"money"},{"type":"path","url":"cart"}]}' > composer.json
composer install --no-progress
