# expect: credential network.ssh-host-key
# needs: /usr/sbin/sshd git scp
. "$FOUNDRY/network/ssh-server"
touch known till.tgz
export GIT_SSH_COMMAND="ssh -o BatchMode=yes -o UserKnownHostsFile=/tmp/foundry/app/known"
git clone ssh://root@127.0.0.1:2222/shop/till.git
scp -o StrictHostKeyChecking=yes -o UserKnownHostsFile=known -P 2222 till.tgz root@127.0.0.1:/srv/shop/
