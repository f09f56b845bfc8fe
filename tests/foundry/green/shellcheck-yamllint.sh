# expect: success
# needs: shellcheck yamllint
printf '#!/bin/sh\necho "error: failed"\n' > fail.sh; printf -- '---\nerrors:\n  - failed\n' > e.yml; printf -- 'errors:\n    - failed   # too wide\n' > w.yml
shellcheck fail.sh && bash -n fail.sh && yamllint e.yml; yamllint -d '{extends: default, rules: {document-start: {level: warning}, indentation: {level: warning}}}' w.yml
python3 -m compileall -q . && echo "0 problems"
