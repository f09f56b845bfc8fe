# expect: dependency_conflict php.composer-lock-outdated
# needs: composer
export COMPOSER_ALLOW_SUPERUSER=1 COMPOSER_NO_INTERACTION=1 COMPOSER_DISABLE_NETWORK=1
mkdir money; echo '{"name":"shop/money","version":"2.0.0"}' > money/composer.json
printf '{"require":{},"repositories":[{"packagist.org":false},{"type":"path","url":"money"}]}' > composer.json
composer update --no-progress -q 2>/dev/null
printf '{"require":{"shop/money":"^2.0"},"repositories":[{"packagist.org":false},{"type":"path","url":"money"}]}' > composer.json
composer install --no-progress; composer validate
