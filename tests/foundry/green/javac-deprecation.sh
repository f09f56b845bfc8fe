# expect: success
# needs: javac java
cat > Errors.java <<'J'
import java.util.*;
public class Errors {
    static class FatalError extends Error { }
    @Deprecated static void fail() { }
    static List raw() { return new ArrayList(Arrays.asList("error", "failed")); }
    public static void main(String[] args) {
        fail();
        new Date(99, 1, 1);
        try { throw new IllegalStateException("expected failure"); }
        catch (IllegalStateException e) { System.err.println("caught: " + e); e.printStackTrace(); }
        for (Object o : raw()) System.out.println("ok: " + o);
    }
}
J
javac Errors.java && java Errors
javac -Xlint:all Errors.java
