# expect: missing_file php.vite-manifest
# needs: php
cat >till.php <<'P'
<?php
require "/usr/share/php/Illuminate/autoload.php";
$app = new Illuminate\Foundation\Application(__DIR__);
$app->instance("config", new Illuminate\Config\Repository(["app" => ["mix_url" => null, "debug" => true]]));
echo mix("js/basket.js");
P
php till.php
