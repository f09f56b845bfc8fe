# expect: environment_variable php.laravel-key
# needs: php
cat >till.php <<'P'
<?php
require "/usr/share/php/Illuminate/autoload.php";
$app = new Illuminate\Foundation\Application(__DIR__);
$app->instance("config", new Illuminate\Config\Repository(["app" => ["key" => getenv("APP_KEY") ?: "", "cipher" => "AES-256-CBC"]]));
$app->register(Illuminate\Encryption\EncryptionServiceProvider::class);
echo $app->make("encrypter")->encrypt("price");
P
php till.php
