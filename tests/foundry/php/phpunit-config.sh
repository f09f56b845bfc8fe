# expect: missing_file php.phpunit-file
# needs: phpunit
phpunit tests/CartTest.php
phpunit -c phpunit.ci.xml
phpunit --bootstrap tests/bootstrap.php .
