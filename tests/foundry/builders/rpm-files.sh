# expect: configuration_error rpm.files
# needs: rpmbuild
mkdir -p SPECS
printf 'Name: shop\nVersion: 1\nRelease: 1\nSummary: shop\nLicense: MIT\nBuildArch: noarch\n%%description\nshop\n%%install\nmkdir -p %%{buildroot}/usr/share/shop\necho 1 >%%{buildroot}/usr/share/shop/prices\n%%files\n' >SPECS/shop.spec
rpmbuild --define "_topdir $PWD" -bb SPECS/shop.spec
