# expect: compile_error java.method-not-applicable
# needs: javac
cat > Road.java <<'J'
public class Road {
  static int sum(int a) { return 1; }
  static int sum(int a, int b) { return 2; }
  static int none() { return sum("a", "b", "c"); }
}
J
javac Road.java
