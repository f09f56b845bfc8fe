# expect: crash java.vm-crash
# needs: javac
cat > Road.java <<'J'
public class Road { public static void main(String[] a) throws Exception { Thread.sleep(20000); } }
J
javac Road.java; java Road & sleep 2; kill -SEGV $!; wait $!
