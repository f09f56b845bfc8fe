# expect: test_failure junit.assertion
# needs: javac
cat > Road.java <<'J'
public class RoadTest { @org.junit.Test public void shortest() { org.junit.Assert.assertEquals(3, 2); } @org.junit.Test public void lost() { throw new IllegalStateException("no such road"); } }
J
CP=/usr/share/java/junit4.jar:/usr/share/java/hamcrest-all.jar:/usr/share/java/hamcrest.jar:.; mv Road.java RoadTest.java; javac -cp $CP RoadTest.java && java -cp $CP org.junit.runner.JUnitCore RoadTest
