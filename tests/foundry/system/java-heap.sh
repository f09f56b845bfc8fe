# expect: out_of_memory system.java-heap
# needs: java
cat > Main.java <<'J'
import java.util.*;
public class Main {
    public static void main(String[] names) {
        List<long[]> rows = new ArrayList<>();
        while (true) rows.add(new long[100000]);
    }
}
J
java -Xmx16m Main.java
