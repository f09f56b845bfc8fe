# expect: quality_gate checks.duplicates
# needs: phpcpd
mkdir src; for n in a b; do { echo '<?php'; for i in $(seq 80); do echo "\$total$i = \$price$i + \$tax$i * 2 - 1;"; done; } >src/$n.php; done
phpcpd src
