# expect: compile_error java.class-not-as-file
# needs: javac
cat > Road.java <<'J'
public class Raod { private int n; static int far(Other o) { return o.n; } } class Other { private int n; }
J
javac Road.java
