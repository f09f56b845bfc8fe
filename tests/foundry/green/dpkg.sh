# expect: success
# needs: dpkg-deb dpkg
mkdir -p liberror/DEBIAN root/var/lib/dpkg/info root/var/lib/dpkg/updates root/var/log && touch root/var/lib/dpkg/{status,available}
printf 'Package: liberror\nVersion: 1.0\nArchitecture: all\nMaintainer: a <a@example.org>\nDescription: prints errors\n' >liberror/DEBIAN/control
dpkg-deb -b liberror && dpkg-deb -I liberror.deb && dpkg --root=root --force-not-root --force-script-chrootless -i liberror.deb
dpkg --root=root -l liberror
