# expect: configuration_error php.phpcs-standard
# needs: phpcs
echo '<?php' > a.php; phpcs --standard=WordPress a.php
