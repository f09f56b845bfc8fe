# expect: dependency_missing apt.version-missing
# needs: apt-get
apt-get install -y --no-download bash=1.0-none
