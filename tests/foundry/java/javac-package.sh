# expect: dependency_missing java.package-missing
# needs: javac
cat > Road.java <<'J'
import org.apache.commons.lang3.StringUtils;
public class Road { String name() { return StringUtils.trim(" "); } }
J
javac Road.java
