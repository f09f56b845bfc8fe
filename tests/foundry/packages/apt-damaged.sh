# expect: network network.apt
# needs: apt-get dpkg-deb dpkg-scanpackages
. "$FOUNDRY/packages.sh"
deb shop 1.0
publish
apt-get $options update
echo damaged >>repo/shop_1.0.deb
apt-get $options install -y -d shop
rm repo/shop_1.0.deb
apt-get $options install -y -d shop
