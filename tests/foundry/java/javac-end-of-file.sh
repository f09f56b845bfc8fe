# expect: syntax_error java.syntax
# needs: javac
cat > Road.java <<'J'
public class Road { int length() { if (true) { return 3; }
J
javac Road.java
