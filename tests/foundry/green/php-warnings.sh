# expect: success
# needs: php
# Warnings, notices and deprecations do not end a program.
cat > old.php <<'P'
<?php
error_reporting(E_ALL); ini_set('display_errors', '1');
$x = ['a' => 1];
echo $x['missing'];
echo $undefined;
$u = "abc"; echo utf8_encode($u), "\n";
include 'none.php';
trigger_error('fetch failed, using the cache', E_USER_WARNING);
try { intdiv(1, 0); } catch (DivisionByZeroError $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
echo "OK (3 tests, 0 errors)\n";
P
php old.php
