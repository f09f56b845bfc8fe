# expect: credential network.ssh-key
# needs: /usr/sbin/sshd git rsync
. "$FOUNDRY/network/ssh-server"
export GIT_SSH_COMMAND="ssh -o UserKnownHostsFile=/tmp/foundry/app/known -i $HOME/.ssh/id_ed25519 -o IdentitiesOnly=yes"
printf '[127.0.0.1]:2222 %s\n' "$(cut -d' ' -f1,2 run/host.pub)" >known
mkdir dist && touch dist/index.html
git clone ssh://root@127.0.0.1:2222/shop/till.git
rsync -az -e "$GIT_SSH_COMMAND -p 2222" dist/ root@127.0.0.1:/srv/shop/
