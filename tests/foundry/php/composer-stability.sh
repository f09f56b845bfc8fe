# expect: dependency_missing php.composer-no-version
# needs: composer
. "$FOUNDRY/php/composer-home"
printf '{"require": {"shop/prices": "^2.0"}, "repositories": [{"packagist.org": false}, {"type": "package", "package": {"name": "shop/prices", "version": "2.0.0-beta1", "dist": {"url": "c.zip", "type": "zip"}}}]}' >composer.json
composer update --no-progress
sed -i 's/"\^2.0"/"^3.0"/' composer.json
composer update --no-progress
