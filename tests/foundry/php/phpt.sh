# expect: test_failure php.phpt-failed
# needs: php phpize
runner=$(php-config --extension-dir); runner=/usr/lib/php/${runner##*/}/build/run-tests.php
mkdir tests && printf -- '--TEST--\nSums of carts\n--FILE--\n<?php\necho array_sum([3, 4]), "\\n";\n--EXPECT--\n8\n' >tests/cart_sum.phpt
printf -- '--TEST--\nAn empty cart\n--FILE--\n<?php\necho count([]), "\\n";\n--EXPECT--\n0\n' >tests/cart_empty.phpt
export TEST_PHP_EXECUTABLE=$(command -v php) NO_INTERACTION=1
php "$runner" -q --offline tests
