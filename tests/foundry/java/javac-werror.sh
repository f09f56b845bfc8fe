# expect: lint java.werror
# needs: javac
cat > Road.java <<'J'
import java.util.*;
public class Road { List names = new ArrayList(); void old() { new Thread().stop(); } }
J
javac -Xlint:all -Werror Road.java
