# expect: dependency_conflict packages.dpkg-dependency
# needs: dpkg dpkg-deb
build() { mkdir -p $1/DEBIAN && printf 'Package: %s\nVersion: 1.0\nArchitecture: all\nMaintainer: a <a@example.org>\nDescription: a\n%s\n' $1 "$2" >$1/DEBIAN/control; [ -z "${3:-}" ] || { printf '%s\n' "$3" >$1/DEBIAN/postinst; chmod 755 $1/DEBIAN/postinst; }; dpkg-deb -b $1 >/dev/null; }
mkdir -p root/var/lib/dpkg/info root/var/lib/dpkg/updates root/var/log && touch root/var/lib/dpkg/{status,available}
build shop 'Depends: libshop (>= 2.0)'
dpkg --root=root --force-not-root --force-script-chrootless -i shop.deb
