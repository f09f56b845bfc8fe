# expect: dependency_missing php.phpcs-standard
# needs: phpcs
echo '<?php' > a.php; phpcs --standard=WordPress a.php
