# expect: configuration_error php.composer-plugin-blocked
# needs: composer
. "$FOUNDRY/php/composer-home"
mkdir -p plugin/src && printf '{"name": "shop/installer", "version": "1.0.0", "type": "composer-plugin", "require": {"composer-plugin-api": "^2.0"}, "autoload": {"psr-4": {"Shop\\\\": "src"}}, "extra": {"class": "Shop\\\\Plugin"}}' >plugin/composer.json
printf '<?php\nnamespace Shop;\nclass Plugin implements \\Composer\\Plugin\\PluginInterface {\n  function activate($c, $i) {} function deactivate($c, $i) {} function uninstall($c, $i) {}\n}\n' >plugin/src/Plugin.php
printf '{"require": {"shop/installer": "^1.0"}, "repositories": [{"packagist.org": false}, {"type": "path", "url": "plugin"}]}' >composer.json
composer install --no-progress
