# expect: toolchain java.release-unsupported
# needs: javac
cat > Road.java <<'J'
public class Road { }
J
javac --release 99 Road.java; javac -source 99 Road.java; javac --release 6 Road.java
