# expect: lint php.phpcs-error
# needs: phpcs
mkdir src; printf '<?php\nclass cart {\n  function Total( $a ){\n    return $a ;\n  }\n}\n' > src/cart.php
phpcs --standard=PSR12 src
