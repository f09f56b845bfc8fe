# expect: syntax_error system.test-words
# needs: bash
printf '#!/bin/bash\nset -eu\nn=2\nif ["$n" -gt 1 ]; then echo; fi\n' >check.sh
printf '#!/bin/bash\nset -e\nfile=$1\nif [ ! -f $file ]; then exit 1; fi\n' >count.sh
bash check.sh; bash count.sh "my list"; exit 1
