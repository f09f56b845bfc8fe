# expect: crash java.exception-in-main
# needs: javac
cat > Road.java <<'J'
public class Road { String name; public static void main(String[] a) { System.out.println(new Road().name.length()); } }
J
javac Road.java && java Road
