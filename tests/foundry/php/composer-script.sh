# expect: test_failure said.test-command
# needs: composer
export COMPOSER_ALLOW_SUPERUSER=1 COMPOSER_NO_INTERACTION=1 COMPOSER_DISABLE_NETWORK=1
printf '{"repositories":[{"packagist.org":false}],"scripts":{"test":"exit 3"}}' > composer.json
composer test
