# expect: compile_error java.error
# needs: javac
cat > Road.java <<'J'
public class Road implements Runnable { int length() { } final int n; void two() { n = 3; int a; a++; } }
J
javac Road.java
