# expect: network packages.svn
# needs: svn
svn checkout http://127.0.0.1:9/shop
svn checkout svn://127.0.0.1:9/shop
svn update nothing
