# expect: lint said.lint-command
# needs: composer
echo '{"name": "a/shop", "scripts": {"phpcs": "exit 2"}}' >composer.json
COMPOSER_ALLOW_SUPERUSER=1 composer --no-interaction --no-ansi run-script phpcs
