# expect: test_failure maven.test-failed
# needs: mvn
. "$FOUNDRY/java/maven-project"; pom
java test RoadTest <<'J'
import org.junit.*;
public class RoadTest {
  @Test public void shortest() { Assert.assertEquals(3, 2); }
  @Test public void lost() { throw new IllegalStateException("no such road"); }
  @Test public void longest() { }
}
J
maven test
