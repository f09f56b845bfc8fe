# expect: deprecation php.phpunit-deprecated
# needs: phpunit php
printf '<?php\nfinal class CartTest extends PHPUnit\\Framework\\TestCase {\n  function testTotal(): void { $this->assertSame("a", utf8_encode("a")); }\n}\n' > CartTest.php
printf '<phpunit convertDeprecationsToExceptions="true"><testsuites><testsuite name="x"><file>CartTest.php</file></testsuite></testsuites></phpunit>\n' > phpunit.xml
php -d error_reporting=-1 "$(command -v phpunit)"
