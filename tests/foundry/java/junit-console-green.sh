# expect: success
# needs: javac
cat > Road.java <<'J'
public class RoadTest { @org.junit.Test public void failuresAreReported() { System.out.println("Caused by: java.lang.Exception: on purpose"); } }
J
CP=/usr/share/java/junit4.jar:/usr/share/java/hamcrest-all.jar:/usr/share/java/hamcrest.jar:.; mv Road.java RoadTest.java; javac -cp $CP RoadTest.java && java -cp $CP org.junit.runner.JUnitCore RoadTest
