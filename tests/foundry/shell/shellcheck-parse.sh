# expect: syntax_error shell.shellcheck-parse
# needs: shellcheck
printf '#!/bin/sh\nif true; then\n' >a.sh
shellcheck a.sh
