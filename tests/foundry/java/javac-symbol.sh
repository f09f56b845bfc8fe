# expect: compile_error java.symbol-not-found
# needs: javac
cat > Road.java <<'J'
public class Road { int length() { return lenght + Rail.length() + width(); } }
J
javac Road.java
