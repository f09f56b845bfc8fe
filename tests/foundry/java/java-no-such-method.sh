# expect: dependency_conflict java.no-such-method
# needs: javac
cat > Road.java <<'J'
public class Road { public static void main(String[] a) { Rail.length(); } } class Rail { static void length() {} }
J
javac Road.java && echo 'class Rail {}' > Rail.java && javac Rail.java && java Road
