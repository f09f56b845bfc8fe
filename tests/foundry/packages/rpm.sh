# expect: dependency_missing packages.rpm-dependency
# needs: rpm rpmbuild
mkdir -p spec && printf 'Name: shop\nVersion: 1.0\nRelease: 1\nSummary: a\nLicense: MIT\nBuildArch: noarch\nRequires: libshop >= 2\n%%description\na\n%%files\n' >spec/shop.spec
rpmbuild --quiet -bb --define "_topdir $PWD/build" spec/shop.spec
rpm --dbpath $PWD/db -i build/RPMS/noarch/shop-1.0-1.noarch.rpm
printf 'Name: till\nVersion: 1.0\nRelease: 1\nSummary: a\nLicense: MIT\nBuildArch: noarch\nBuildRequires: libtill-devel\n%%description\na\n%%files\n' >spec/till.spec
rpmbuild --quiet -bb --define "_topdir $PWD/build" spec/till.spec
