# expect: success
# needs: composer
echo '{"name": "shop/errors", "description": "a", "license": "MIT", "scripts": {"check-errors": ["echo 0 errors", "echo warning: failed logins are counted"]}}' >composer.json
export COMPOSER_ALLOW_SUPERUSER=1
composer validate --no-interaction; composer install --no-interaction && composer run-script check-errors
