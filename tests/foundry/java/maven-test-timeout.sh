# expect: test_timeout junit.test-timed-out
# needs: mvn
. "$FOUNDRY/java/maven-project"; pom
java test RoadTest <<'J'
public class RoadTest { @org.junit.Test(timeout = 100) public void endless() throws Exception { Thread.sleep(60000); } }
J
maven test
