# expect: success
# needs: php
printf '<?php\n$page = @file_get_contents("http://127.0.0.1:9/");\nif ($page === false) { fwrite(STDERR, "warning: could not fetch, using the cache\\n"); }\ntry { intdiv(1, 0); } catch (DivisionByZeroError $e) { echo "caught: ", get_class($e), ": ", $e->getMessage(), "\\n"; }\necho "0 errors\\n";\n' >a.php
php -l a.php && php a.php
