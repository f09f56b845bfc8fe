# expect: compile_error debian.build
# needs: dpkg-buildpackage dh make
mkdir -p debian/source
printf 'shop (1.0) unstable; urgency=medium\n\n  * Shop.\n\n -- Shop <shop@example.com>  Fri, 01 Mar 2024 12:00:00 +0000\n' >debian/changelog
printf 'Source: shop\nMaintainer: Shop <shop@example.com>\nBuild-Depends: debhelper-compat (= 13)\n\nPackage: shop\nArchitecture: any\nDescription: shop\n' >debian/control
printf '#!/usr/bin/make -f\n%%:\n\tdh $@\n' >debian/rules
printf '3.0 (native)\n' >debian/source/format
printf 'all:\n\tfalse\n' >Makefile
chmod +x debian/rules
dpkg-buildpackage -us -uc -b -d
