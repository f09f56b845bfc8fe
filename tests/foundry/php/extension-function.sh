# expect: dependency_missing php.extension-function
# needs: php
printf '<?php\n$c = curl_init("x");\n' > fetch.php
php -d display_errors=1 -d log_errors=0 fetch.php
