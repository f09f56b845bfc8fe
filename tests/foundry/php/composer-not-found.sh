# expect: dependency_missing php.composer-package-not-found
# needs: composer
export COMPOSER_ALLOW_SUPERUSER=1 COMPOSER_NO_INTERACTION=1 COMPOSER_DISABLE_NETWORK=1
printf '{"require":{"shop/money":"^2.0"},"repositories":[{"packagist.org":false}]}' > composer.json
composer install --no-progress
