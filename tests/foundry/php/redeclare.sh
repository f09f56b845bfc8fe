# expect: compile_error php.declaration
# needs: php
printf '<?php\nfunction total() {}\nfunction total() {}\n' > a.php
printf '<?php\ninterface Priced { function price(); }\nclass Item implements Priced {}\n' > b.php
printf '<?php\nclass A { function f(int $x): int { return 1; } }\nclass B extends A { function f(string $x): int { return 1; } }\n' > c.php
for f in a b c; do php -d display_errors=1 -d log_errors=0 $f.php; done
