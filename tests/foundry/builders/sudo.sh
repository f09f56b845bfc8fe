# expect: permission_denied sudo.password
# needs: sudo runuser
runuser -u nobody -- sudo -n true
