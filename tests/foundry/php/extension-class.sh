# expect: dependency_missing php.extension-class
# needs: php
printf '<?php\n$z = new ZipArchive();\n' > a.php; php -d display_errors=1 -d log_errors=0 a.php
