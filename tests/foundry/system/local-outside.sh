# expect: syntax_error system.local-outside
# needs: bash
printf '#!/bin/bash\nset -e\nlocal target="out"\nmkdir "$target"\n' > build.sh
bash build.sh
