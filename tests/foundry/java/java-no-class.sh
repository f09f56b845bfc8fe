# expect: dependency_missing java.class-not-found
# needs: javac
cat > Road.java <<'J'
public class Road { public static void main(String[] a) throws Exception { Class.forName("org.example.Driver"); } }
J
javac Road.java && mkdir out && mv Road.class out && java -cp out Road
