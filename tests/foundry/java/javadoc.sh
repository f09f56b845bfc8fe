# expect: quality_gate javadoc.error
# needs: javac
cat > Road.java <<'J'
/** A road. <b>unclosed
 * @param x nothing */
public class Road { /** {@link Raod} */ public int length() { return 3; } }
J
javadoc -Xdoclint:all -d out Road.java
