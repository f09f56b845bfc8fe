# expect: test_timeout maven.fork-timeout
# needs: mvn
. "$FOUNDRY/java/maven-project"; pom
java test RoadTest <<'J'
public class RoadTest { @org.junit.Test public void endless() throws Exception { Thread.sleep(60000); } }
J
maven test -Dsurefire.timeout=3
