# expect: missing_file php.composer-no-lock
# needs: composer
export COMPOSER_ALLOW_SUPERUSER=1 COMPOSER_NO_INTERACTION=1 COMPOSER_DISABLE_NETWORK=1
printf '{"repositories":[{"packagist.org":false}]}' > composer.json
composer audit --locked; composer install --no-progress --dry-run --no-dev; composer show nothing/none
