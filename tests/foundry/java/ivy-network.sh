# expect: network packages.ivy-network
# needs: java python3
. "$FOUNDRY/faulty.sh"
printf '<ivysettings><settings defaultResolver="shop"/><resolvers><ibiblio name="shop" m2compatible="true" root="http://198.51.100.7:9/maven2"/></resolvers></ivysettings>\n' >settings.xml
printf '<ivy-module version="2.0"><info organisation="org.shop" module="till"/><dependencies><dependency org="org.shop" name="prices" rev="1.0"/></dependencies></ivy-module>\n' >ivy.xml
java -jar /usr/share/java/ivy.jar -settings settings.xml -ivy ivy.xml -cache cache
