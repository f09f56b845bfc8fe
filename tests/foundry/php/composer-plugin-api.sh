# expect: toolchain php.composer-api
# needs: composer
. "$FOUNDRY/php/composer-home"
printf '{"require": {"basket/plugin": "^1.2"}, "repositories": [{"packagist.org": false}, {"type": "package", "package": {"name": "basket/plugin", "version": "1.2.0", "type": "composer-plugin", "require": {"composer-plugin-api": "^1.1"}, "dist": {"url": "plugin.zip", "type": "zip"}}}]}' >composer.json
composer install --no-progress
