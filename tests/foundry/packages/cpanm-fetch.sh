# expect: network packages.cpanm-fetch
# needs: cpanm python3
. "$FOUNDRY/faulty.sh"
mkdir -p site/authors/id/S/SH/SHOP site/modules
printf 'File: 02packages.details.txt\nURL: http://www.perl.com/CPAN/modules/02packages.details.txt\nDescription: p\nColumns: package name, version, path\nIntended-For: Automated fetch routines, namespace documentation.\nWritten-By: a\nLine-Count: 1\nLast-Updated: Sun, 22 Nov 2026 00:00:00 GMT\n\nShop::Basket 1.06 S/SH/SHOP/Shop-Basket-1.06.tar.gz\n' | gzip >site/modules/02packages.details.txt.gz
cpanm --mirror file:///tmp/foundry/app/site --mirror-only --mirror http://198.51.100.7:9 Shop::Basket
cpanm http://198.51.100.7:8080/503/Shop-Till-1.0.tar.gz
exit 1
