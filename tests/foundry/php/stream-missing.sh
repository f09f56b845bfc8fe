# expect: missing_file php.stream-missing
# needs: php
mkdir lib && printf '<?php\nfunction sources() {\n    return new RecursiveIteratorIterator(new RecursiveDirectoryIterator("src/shop"));\n}\nforeach (sources() as $file) echo $file;\n' >lib/list.php
php lib/list.php
printf '<?php\n$prices = new SplFileObject("prices.csv");\n' >lib/prices.php
php lib/prices.php
