# expect: dependency_missing php.vendor-missing
# needs: php
printf '<?php\nrequire __DIR__ . "/vendor/autoload.php";\n' > app.php
php -d display_errors=1 -d log_errors=0 app.php
