# expect: permission_denied docker.socket-denied
# needs: docker setpriv python3
chmod 755 "$HOME" .
python3 -c "import socket, time; s = socket.socket(socket.AF_UNIX); s.bind('$HOME/docker.sock'); s.listen(); time.sleep(5)" & sleep 1; chmod 700 "$HOME/docker.sock"
setpriv --reuid=65534 --clear-groups docker -H unix://$HOME/docker.sock ps
status=$?; kill %1; exit $status
