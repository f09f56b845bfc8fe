# expect: compile_error java.overrides-nothing
# needs: javac
cat > Road.java <<'J'
class Way { int length() { return 1; } }
public class Road extends Way { @Override int lenght() { return 2; } }
J
javac Road.java
