# expect: version_control packages.hg
# needs: hg
hg clone http://127.0.0.1:9/shop
hg pull
hg clone nothing-here
