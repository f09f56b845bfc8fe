# expect: success
# needs: phpcs
mkdir src
printf '<?php\n\nnamespace App;\n\nclass FatalError\n{\n    public function failed(int $code): bool\n    {\n        return $code >= 400; // error\n    }\n}\n' > src/FatalError.php
phpcs --standard=PSR12 -v src; phpcs --standard=PSR12 -s --report=full src; phpcbf --standard=PSR12 src
