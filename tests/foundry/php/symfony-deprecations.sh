# expect: deprecation php.symfony-deprecations
# needs: phpunit composer
export COMPOSER_ALLOW_SUPERUSER=1
mkdir -p tests src && printf '<?php\nfunction total(array $prices): int {\n    @trigger_error("Since shop/till 1.2: total() is deprecated, use sum().", E_USER_DEPRECATED);\n    return array_sum($prices);\n}\n' >src/total.php
printf '<?php\nrequire_once __DIR__ . "/../src/total.php";\nclass BasketTest extends PHPUnit\\Framework\\TestCase {\n    function testTotal(): void { $this->assertSame(7, total([3, 4])); }\n}\n' >tests/BasketTest.php
printf '<?php\nrequire_once "/usr/share/php/Symfony/Bridge/PhpUnit/autoload.php";\nrequire_once "/usr/share/php/Symfony/Bridge/PhpUnit/bootstrap.php";\n' >bootstrap.php
printf '<?xml version="1.0"?>\n<phpunit bootstrap="bootstrap.php"><php><server name="SYMFONY_DEPRECATIONS_HELPER" value="max[total]=0"/></php><testsuites><testsuite name="shop"><directory>tests</directory></testsuite></testsuites><listeners><listener class="Symfony\\Bridge\\PhpUnit\\SymfonyTestsListener"/></listeners></phpunit>\n' >phpunit.xml
printf '{"scripts": {"test": "phpunit"}}\n' >composer.json
composer run test
