# expect: configuration_error yum.empty
# needs: dnf
dnf install -y
