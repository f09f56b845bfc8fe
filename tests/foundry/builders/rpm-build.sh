# expect: compile_error rpm.build
# needs: rpmbuild
mkdir -p SPECS
printf 'Name: shop\nVersion: 1\nRelease: 1\nSummary: shop\nLicense: MIT\n%%description\nshop\n%%build\nfalse\nfalse\n' >SPECS/shop.spec
rpmbuild --define "_topdir $PWD" -bc SPECS/shop.spec
