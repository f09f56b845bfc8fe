# expect: missing_file php.require-failed
# needs: php
printf '<?php\nrequire "config.php";\n' > app.php
php -d display_errors=1 -d log_errors=0 app.php
