# expect: lint shell.shellcheck
# needs: shellcheck
printf '#!/bin/sh\necho $1\ncd $x\nif [ $a == 1 ]; then echo; fi\n' >a.sh
shellcheck a.sh; shellcheck -f gcc a.sh
