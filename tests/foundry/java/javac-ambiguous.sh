# expect: compile_error java.ambiguous-reference
# needs: javac
cat > Road.java <<'J'
public class Road {
  static int sum(String a, Object b) { return 1; }
  static int sum(Object a, String b) { return 2; }
  static int both() { return sum("a", "b"); }
}
J
javac Road.java
