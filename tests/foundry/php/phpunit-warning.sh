# expect: test_failure php.phpunit-errors
# needs: phpunit php
printf '<?php\nfinal class CartTest extends PHPUnit\\Framework\\TestCase {\n  function testTotal(): void { $a = []; $this->assertSame(1, $a["price"]); }\n  function testRisky(): void { }\n}\n' > CartTest.php
phpunit --fail-on-risky --fail-on-warning CartTest.php
