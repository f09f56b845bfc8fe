# expect: syntax_error php.parse-error
# needs: php
printf '<?php\nfunction total(array $p) {\n    return array_sum($p)\n}\n' > cart.php
php -l cart.php; php cart.php
