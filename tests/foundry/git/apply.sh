# expect: version_control git.patch-failed
# needs: git patch
git init -q -b main . ; echo one >a.txt; git add a.txt
printf -- '--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-two\n+three\n' >x.patch
patch -p1 <x.patch; git apply x.patch
