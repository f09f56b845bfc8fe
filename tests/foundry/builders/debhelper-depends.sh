# expect: dependency_missing debian.build-depends
# needs: dpkg-buildpackage
mkdir -p debian/source
printf 'shop (1.0) unstable; urgency=medium\n\n  * Shop.\n\n -- Shop <shop@example.com>  Fri, 01 Mar 2024 12:00:00 +0000\n' >debian/changelog
printf 'Source: shop\nMaintainer: Shop <shop@example.com>\nBuild-Depends: libprices-dev (>= 9)\n\nPackage: shop\nArchitecture: any\nDescription: shop\n' >debian/control
printf '#!/usr/bin/make -f\nbuild:\n' >debian/rules
printf '3.0 (native)\n' >debian/source/format
chmod +x debian/rules
dpkg-buildpackage -us -uc -b
