# expect: crash java.exception-in-main
# needs: javac
cat > Road.java <<'J'
public class Road { public static void main(String[] a) throws Exception { throw new IllegalStateException("no such road", new java.io.IOException("closed")); } }
J
javac Road.java && java Road
