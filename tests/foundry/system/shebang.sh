# expect: toolchain system.bad-interpreter
# needs: bash
printf '#!/usr/bin/python2\nprint 1\n' > tool.py && chmod +x tool.py
printf '#!/bin/bash\r\necho 1\r\n' > tool.sh && chmod +x tool.sh
./tool.py
./tool.sh
