# expect: compile_error makepkg.failed
# needs: makepkg runuser
printf 'pkgname=shop\npkgver=1\npkgrel=1\narch=(any)\nbuild() { false; }\npackage() { :; }\n' >PKGBUILD
chmod 777 . && runuser -u nobody -- makepkg -f --nodeps
