# expect: import_error php.undefined-function
# needs: php
printf '<?php\nfunction total() { return money_total(1); }\ntotal();\n' > cart.php
php -d display_errors=1 -d log_errors=0 cart.php
