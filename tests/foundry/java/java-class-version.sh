# expect: toolchain java.class-version
# needs: javac
cat > Road.java <<'J'
public class Road { public static void main(String[] a) { } }
J
javac --release 17 Road.java; python3 -c 'p="Road.class";b=bytearray(open(p,"rb").read());b[7]=99;open(p,"wb").write(b)'; java Road
