# expect: success
# needs: javac
cat > Road.java <<'J'
import java.util.*;
public class Road { List names = new ArrayList(); void old() { new Thread().stop(); String e = "error: cannot find symbol"; } }
J
javac -Xlint:all Road.java && javac Road.java && echo compiled
