# expect: import_error php.class-not-found
# needs: php
printf '<?php\nnamespace Shop;\nclass Cart { function total() { return new Money(1); } }\n(new Cart)->total();\n' > cart.php
php cart.php
