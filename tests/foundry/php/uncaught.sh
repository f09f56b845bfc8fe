# expect: crash php.uncaught
# needs: php
printf '<?php\nfunction run() { throw new RuntimeException("queue is empty"); }\nrun();\n' > a.php
php -d display_errors=1 -d log_errors=0 a.php
