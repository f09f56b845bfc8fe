# expect: out_of_memory php.memory-limit
# needs: php
printf '<?php\n$a = []; while (true) { $a[] = str_repeat("x", 100000); }\n' > a.php
php -d memory_limit=16M -d display_errors=1 -d log_errors=0 a.php
