# expect: network php.composer-network
# needs: composer python3
export COMPOSER_ALLOW_SUPERUSER=1 COMPOSER_NO_INTERACTION=1
python3 "$FOUNDRY/flaky_server.py" 8321 99 & server=$!; trap 'kill $server' EXIT; sleep 1
printf '{"require":{"shop/money":"^2.0"},"config":{"secure-http":false},"repositories":[{"packagist.org":false},{"type":"composer","url":"http://127.0.0.1:8321/"}]}' > composer.json
composer install --no-progress
