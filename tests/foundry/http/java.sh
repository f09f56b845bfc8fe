# expect: network http.java
# needs: java python3 unshare ip
. "$FOUNDRY/faulty.sh"
printf 'import java.net.*;\npublic class Fetch {\n  public static void main(String[] a) throws Exception {\n    URLConnection c = new URL(a[0]).openConnection();\n    c.setReadTimeout(1000); c.setConnectTimeout(1000);\n    c.getInputStream().readAllBytes();\n  }\n}\n' >Fetch.java
for u in http://api.example.org/ http://198.51.100.7:9/ $base/reset/ $base/close/ $base/hang/ $base/cut/; do java Fetch.java $u; done
exit 1
