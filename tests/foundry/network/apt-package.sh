# expect: dependency_missing apt.package-missing
# needs: apt-get
apt-get install -y --no-download libshop5-dev
