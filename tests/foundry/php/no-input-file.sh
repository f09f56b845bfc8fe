# expect: missing_file php.no-input-file
# needs: php
php bin/console cache:clear
