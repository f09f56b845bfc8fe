# expect: test_failure php.phpunit-assertion
# needs: phpunit php
printf '<?php\nfinal class CartTest extends PHPUnit\\Framework\\TestCase {\n  function testTotal(): void { $this->assertCount(2, [1]); }\n  function testFine(): void { $this->assertTrue(true); }\n}\n' > CartTest.php
phpunit --testdox CartTest.php
