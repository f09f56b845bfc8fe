# expect: version_control git.tag-exists
# needs: hg
hg init . && echo 1 >price && hg add -q && hg commit -q -u shop -m one
echo 2 >price && hg commit -q -u shop -m two
hg update -q 0 && echo 3 >price && hg commit -q -u shop -m three
hg merge --tool :fail
hg commit -u shop -m merged
