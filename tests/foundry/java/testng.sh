# expect: test_failure junit.assertion
# needs: javac
cat > Road.java <<'J'
import org.testng.annotations.Test;
public class RoadTest { @Test public void shortest() { org.testng.Assert.assertEquals(2, 3); } @Test public void longest() {} }
J
CP=.:/usr/share/java/testng.jar:/usr/share/java/jcommander.jar:/usr/share/java/bsh.jar:/usr/share/java/slf4j-api.jar:/usr/share/java/slf4j-nop.jar; mv Road.java RoadTest.java; javac -cp $CP RoadTest.java && java -cp $CP org.testng.TestNG -testclass RoadTest -verbose 2
