# expect: import_error php.class-not-found
# needs: phpunit php
printf '<?php\nfinal class CartTest extends PHPUnit\\Framework\\TestCase {\n  function testTotal(): void { $this->assertNotNull(new Shop\\Cart()); }\n}\n' > CartTest.php
phpunit CartTest.php
