# expect: lint javadoc.comment
# needs: javac
cat > Road.java <<'J'
package shop;

import java.io.IOException;

/**
 * A road & more: a List<String>, where x < y.
 * <p/>
 * Next<br/>line in <tt>old</tt> words.
 */
public final class Road {
    private Road() {
    }

    /**
     * Adds.
     *
     * @param one first
     * @param two second
     * @param
     * @param <X> type
     *
     * @return nothing
     * @throws IOException never
     */
    public <T> void add(int uno, String... dos) {
    }

    /**
     * How long.
     *
     * @returns metres
     */
    public int length() {
        return 0;
    }
}
J
sed -i '/@param$/d' Road.java
javadoc -quiet -Xdoclint:all,-missing -d out Road.java
