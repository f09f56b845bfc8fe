# expect: dependency_conflict makepkg.integrity
# needs: makepkg runuser
echo 12 >prices
printf 'pkgname=shop\npkgver=1\npkgrel=1\narch=(any)\nsource=(prices)\nsha256sums=(%064d)\npackage() { :; }\n' 0 >PKGBUILD
chmod 777 . && runuser -u nobody -- makepkg -f --nodeps
