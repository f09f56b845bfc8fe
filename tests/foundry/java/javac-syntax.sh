# expect: syntax_error java.syntax
# needs: javac
cat > Road.java <<'J'
public class Road { int length() { int n = 3 return n; } }
J
javac Road.java
