# expect: out_of_memory java.heap-space
# needs: javac
cat > Road.java <<'J'
public class Road { }
J
java -Xmx999999g Road
