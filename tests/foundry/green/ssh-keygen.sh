# expect: success
# needs: ssh-keygen
ssh-keygen -t ed25519 -N '' -C errors@example.org -f key && ssh-keygen -lf key.pub && ssh-keygen -F unknown.example.org -f known_hosts || echo "host is not known yet"
