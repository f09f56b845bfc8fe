# expect: permission_denied apt.not-root
# needs: apt-get setpriv
setpriv --reuid 65534 --clear-groups apt-get install -y bash
setpriv --reuid 65534 --clear-groups dpkg -i none.deb
