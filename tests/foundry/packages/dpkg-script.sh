# expect: infrastructure packages.dpkg-script
# needs: dpkg dpkg-deb
mkdir -p till/DEBIAN root/var/lib/dpkg/info root/var/lib/dpkg/updates root/var/log && touch root/var/lib/dpkg/{status,available}
printf 'Package: till\nVersion: 1.0\nArchitecture: all\nMaintainer: a <a@example.org>\nDescription: a\n' >till/DEBIAN/control
printf '#!/bin/sh\nexit 7\n' >till/DEBIAN/postinst && chmod 755 till/DEBIAN/postinst
dpkg-deb -b till >/dev/null
dpkg --root=root --force-not-root --force-script-chrootless -i till.deb
