# expect: success
# needs: apt-get dpkg-deb dpkg-scanpackages
. "$FOUNDRY/packages.sh"
deb liberror 1.0
deb failover 1.0 'Depends: liberror'
publish
apt-get $options update && apt-get $options install -y -d failover && apt-get $options -s install failover
apt-get $options install -y -s liberror=1.0
