# expect: dependency_missing php.composer-extension
# needs: composer
export COMPOSER_ALLOW_SUPERUSER=1 COMPOSER_NO_INTERACTION=1 COMPOSER_DISABLE_NETWORK=1
printf '{"require":{"ext-redis":"*"},"repositories":[{"packagist.org":false}]}' > composer.json
composer update --no-progress
