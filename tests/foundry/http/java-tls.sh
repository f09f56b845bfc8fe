# expect: network http.java-tls
# needs: java python3 unshare ip
. "$FOUNDRY/faulty.sh"
sleep 1
printf 'import java.net.*;\npublic class Fetch {\n  public static void main(String[] a) throws Exception {\n    new URL(a[0]).openConnection().getInputStream().readAllBytes();\n  }\n}\n' >Fetch.java
java Fetch.java https://198.51.100.7:8443/ 2>&1 | head -5; java Fetch.java https://198.51.100.7:8080/ 2>&1 | head -5
exit 1
