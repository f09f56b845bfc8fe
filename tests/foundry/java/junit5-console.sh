# expect: test_failure junit5.failed
# needs: javac
cat > Road.java <<'J'
import org.junit.jupiter.api.*;
public class RoadTest { @Test void shortest() { Assertions.assertEquals(3, 2); } @Test void longest() {} }
J
CP=.:$(ls /usr/share/java/junit-jupiter-*.jar /usr/share/java/junit-platform-*.jar /usr/share/java/opentest4j.jar /usr/share/java/apiguardian-api.jar /usr/share/java/picocli.jar /usr/share/java/univocity-parsers.jar 2>/dev/null | grep -v -- "-[0-9]" | tr "\n" ":"); mv Road.java RoadTest.java; javac -cp $CP RoadTest.java && java -cp $CP org.junit.platform.console.ConsoleLauncher --disable-ansi-colors --disable-banner -c RoadTest
