# expect: lint checks.lintian
# needs: lintian dpkg-deb
mkdir -p shop/DEBIAN shop/usr/local; printf 'Package: shop\nVersion: 1.0\nArchitecture: all\nMaintainer: A <a@example.org>\nDescription: shop\n' >shop/DEBIAN/control
dpkg-deb -b shop >/dev/null; lintian --allow-root --fail-on=error shop.deb
