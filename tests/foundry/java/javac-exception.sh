# expect: compile_error java.unreported-exception
# needs: javac
cat > Road.java <<'J'
public class Road { void open() { throw new java.io.IOException("closed"); } }
J
javac Road.java
