# expect: dependency_missing java.class-not-found
# needs: javac
cat > Road.java <<'J'
public class Road { public static void main(String[] a) { new Rail(); } } class Rail {}
J
javac Road.java && rm Rail.class && java Road
