# expect: job_timeout php.time-limit
# needs: php
printf '<?php\nset_time_limit(1); while (true) { }\n' > a.php
php -d display_errors=1 -d log_errors=0 a.php
