# expect: configuration_error system.needs-bash
# needs: dash
printf '#!/bin/sh\nset -e\n\nif [[ -f a ]]; then echo; fi\n' >check.sh
printf '#!/bin/sh\nset -euo pipefail\n' >build.sh
printf '#!/bin/sh\nset -e\nsource ./env.sh\n' >start.sh
chmod +x *.sh; ./check.sh; ./build.sh; ./start.sh
