# expect: lint shell.shellcheck
# needs: shellcheck
printf '#!/bin/sh\ncd $1\nrm $2/*\n' >tidy.sh
shellcheck --format=tty tidy.sh
