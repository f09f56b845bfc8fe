# expect: missing_file php.composer-no-json
# needs: composer
export COMPOSER_ALLOW_SUPERUSER=1 COMPOSER_NO_INTERACTION=1
composer install
