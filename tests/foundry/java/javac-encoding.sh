# expect: compile_error java.unmappable-character
# needs: javac
cat > Road.java <<'J'
public class Road { String name() { return "Allée"; } }
J
LC_ALL=C javac Road.java
