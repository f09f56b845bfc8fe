# expect: type_error php.type-error
# needs: php
printf '<?php\ndeclare(strict_types=1);\nfunction total(int $n): int { return $n; }\ntotal("x");\n' > a.php
printf '<?php\nfunction pay($a, $b) {}\npay(1);\n' > b.php; printf '<?php\nfunction f(): int { return "x"; }\nf();\n' > c.php
for f in a b c; do php -d log_errors=0 -d display_errors=1 $f.php; done
