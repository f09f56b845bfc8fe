# expect: success
# needs: javac java
printf 'import java.net.*;\npublic class Fetch {\n  public static void main(String[] a) {\n    try { new URL("http://127.0.0.1:9/").openStream(); } catch (Exception e) { System.err.println("WARN  could not fetch, using the cache: " + e); e.printStackTrace(); }\n    System.out.println("BUILD SUCCESS: 0 errors");\n  }\n}\n' >Fetch.java
javac -Xlint Fetch.java && java -cp . Fetch
