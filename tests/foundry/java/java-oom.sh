# expect: out_of_memory system.java-heap
# needs: javac
cat > Road.java <<'J'
public class Road { public static void main(String[] a) { java.util.List<long[]> all = new java.util.ArrayList<>(); while (true) all.add(new long[100000]); } }
J
javac Road.java && java -Xmx16m Road
