# expect: dependency_conflict php.composer-only-one
# needs: composer
. "$FOUNDRY/php/composer-home"
cat >composer.json <<'J'
{"require": {"shop/till": "^1.0", "shop/basket": "^1.0"}, "repositories": [{"packagist.org": false},
 {"type": "package", "package": {"name": "shop/till", "version": "1.0.0", "require": {"shop/prices": "^1.0"}, "dist": {"url": "a.zip", "type": "zip"}}},
 {"type": "package", "package": {"name": "shop/basket", "version": "1.0.0", "require": {"shop/prices": "^2.0"}, "dist": {"url": "b.zip", "type": "zip"}}},
 {"type": "package", "package": [{"name": "shop/prices", "version": "1.0.0", "dist": {"url": "c.zip", "type": "zip"}}, {"name": "shop/prices", "version": "2.0.0", "dist": {"url": "c.zip", "type": "zip"}}]}]}
J
composer update --no-progress
