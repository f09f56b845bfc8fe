# expect: compile_error java.incompatible-types
# needs: javac
cat > Road.java <<'J'
public class Road { int length() { int n = "three"; byte b = 300; String s = 4; return n + b; } }
J
javac Road.java
