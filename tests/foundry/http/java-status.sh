# expect: infrastructure http.java-5xx
# needs: java python3 unshare ip
. "$FOUNDRY/faulty.sh"
printf 'import java.net.*;\npublic class Fetch {\n  public static void main(String[] a) throws Exception {\n    new URL(a[0]).openConnection().getInputStream().readAllBytes();\n  }\n}\n' >Fetch.java
for s in 503 500 403 401 404; do java Fetch.java $base/$s/ 2>&1 | head -2; done
exit 1
