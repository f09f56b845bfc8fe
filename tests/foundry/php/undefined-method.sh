# expect: crash php.undefined-method
# needs: php
printf '<?php\nclass Cart {}\n(new Cart)->total();\n' > a.php; printf '<?php\n$c = null;\n$c->total();\n' > b.php
php -d log_errors=0 -d display_errors=1 a.php; php -d log_errors=0 -d display_errors=1 b.php
