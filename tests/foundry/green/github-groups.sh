# expect: success
# needs: bash
echo "##[group]Run error-checks --fail-on error"
echo "error-checks --fail-on error"
echo "shell: /usr/bin/bash -e {0}"
echo "##[endgroup]"
echo "::warning file=a.py,line=1::the error handler is deprecated"
echo "checked 12 files: 0 errors, 2 warnings"
echo "Cache not found for input keys: error-cache-1"
echo "No files were found with the provided path: reports. No artifacts will be uploaded."
