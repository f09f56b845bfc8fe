# expect: syntax_error system.test-operator
# needs: dash
printf '#!/bin/dash\nset -e\nif [ "$1" == "linux" ]; then\n  echo yes\nelse\n  exit 1\nfi\n' > check.sh
chmod +x check.sh
./check.sh linux
