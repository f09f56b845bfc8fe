# expect: crash java.stack-overflow
# needs: javac
cat > Road.java <<'J'
public class Road { static int far(int n) { return far(n + 1) + 1; } public static void main(String[] a) { far(1); } }
J
javac Road.java && java Road 2>&1 | head -5; exit 1
