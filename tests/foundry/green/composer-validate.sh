# expect: success
# needs: composer
export COMPOSER_ALLOW_SUPERUSER=1 COMPOSER_DISABLE_NETWORK=1 COMPOSER_NO_INTERACTION=1
printf '{"name":"shop/errors","description":"pages for failed requests","license":"MIT","require":{"php":">=7.4"},"repositories":[{"packagist.org":false}],"autoload":{"psr-4":{"Shop\\\\":"src/"}},"scripts":{"test":"php -r \\"echo 12;\\""}}' > composer.json
mkdir src
composer validate; composer install --no-progress; composer dump-autoload -o; composer check-platform-reqs; composer run-script test; composer outdated
