# expect: compile_error java.method-not-applicable
# needs: javac
cat > Road.java <<'J'
public class Road { int sum(int a, int b) { return a + b; } int three() { return sum(3); } Road(int n) {} static Road one() { return new Road(); } }
J
javac Road.java
