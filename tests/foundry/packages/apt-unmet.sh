# expect: dependency_conflict packages.apt-unmet
# needs: apt-get dpkg-deb dpkg-scanpackages
. "$FOUNDRY/packages.sh"
deb shop 1.0 'Depends: libshop (>= 2.0)'
deb libshop 1.0
deb till 1.0 'Depends: nothing-like-it'
deb desk 1.0 'Conflicts: libshop'
deb counter 1.0 'Depends: desk, libshop'
publish
apt-get $options update
apt-get $options install -y shop
apt-get $options install -y till
apt-get $options install -y counter
