# expect: version_control git.push-declined
# needs: git
git init -q --bare -b main up.git
printf '#!/bin/sh\necho "the branch main is protected"\nexit 1\n' >up.git/hooks/pre-receive; chmod +x up.git/hooks/pre-receive
git clone -q up.git a; cd a; git config user.email a@b.c; git config user.name a
git checkout -qb main; git commit -q --allow-empty -m one; git push origin main
