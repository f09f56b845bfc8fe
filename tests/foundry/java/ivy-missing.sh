# expect: dependency_missing packages.unresolved
# needs: java
mkdir -p repo/org.shop/prices/1.0
printf '<ivysettings><settings defaultResolver="shop"/><resolvers><filesystem name="shop"><artifact pattern="/tmp/foundry/app/repo/[organisation]/[module]/[revision]/[artifact]-[revision].[ext]"/><ivy pattern="/tmp/foundry/app/repo/[organisation]/[module]/[revision]/ivy.xml"/></filesystem></resolvers></ivysettings>\n' >settings.xml
printf '<ivy-module version="2.0"><info organisation="org.shop" module="prices" revision="1.0"/><publications><artifact name="prices"/></publications></ivy-module>\n' >repo/org.shop/prices/1.0/ivy.xml
printf '<ivy-module version="2.0"><info organisation="org.shop" module="till"/><dependencies><dependency org="org.shop" name="prices" rev="1.0"/><dependency org="org.shop" name="money" rev="2.0.0"/></dependencies></ivy-module>\n' >ivy.xml
java -jar /usr/share/java/ivy.jar -settings settings.xml -ivy ivy.xml -cache cache
