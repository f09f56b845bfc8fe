# expect: credential network.ssh-host-key
# needs: /usr/sbin/sshd git
. "$FOUNDRY/network/ssh-server"
ssh-keygen -q -t ed25519 -N '' -f run/old
printf '[127.0.0.1]:2222 %s\n' "$(cut -d' ' -f1,2 run/old.pub)" >known
GIT_SSH_COMMAND="ssh -o UserKnownHostsFile=/tmp/foundry/app/known" git clone ssh://root@127.0.0.1:2222/shop/till.git
