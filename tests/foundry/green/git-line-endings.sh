# expect: success
# needs: git
git config --global user.name ci; git config --global user.email ci@example.test; git config --global init.defaultBranch main
git init -q r; cd r; git config core.autocrlf input
printf 'error\r\nfailed\r\n' > dos.txt; git add dos.txt; git commit -m 'dos'
printf 'a  \nb\n' > space.txt; git add .; git commit -qm 'space'; git format-patch -1; git reset --hard HEAD~1; git apply --stat 0001-space.patch; git am 0001-space.patch; git push --dry-run . HEAD:refs/heads/x; git gc --prune=now; git prune
