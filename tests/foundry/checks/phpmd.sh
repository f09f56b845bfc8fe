# expect: lint checks.phpmd
# needs: phpmd
printf '<?php\nclass Basket {\n  public function total($unused) { $a = 1; return 2; }\n}\n' >Basket.php
phpmd Basket.php text unusedcode,naming
