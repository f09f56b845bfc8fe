# expect: configuration_error php.composer-json
# needs: composer
export COMPOSER_ALLOW_SUPERUSER=1 COMPOSER_NO_INTERACTION=1 COMPOSER_DISABLE_NETWORK=1
printf '{"require":{"php":">=7"},}' > composer.json
composer install
printf '{"name":"Shop","require":[]}' > composer.json
composer validate
