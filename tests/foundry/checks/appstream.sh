# expect: lint checks.appstream
# needs: appstreamcli
printf '<?xml version="1.0"?>\n<component type="desktop-application"><id>shop</id><name>Shop</name></component>\n' >shop.metainfo.xml
appstreamcli validate --no-net shop.metainfo.xml
