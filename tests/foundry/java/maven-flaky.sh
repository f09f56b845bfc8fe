# expect: success
# needs: mvn
. "$FOUNDRY/java/maven-project"; pom
java test RoadTest <<'J'
public class RoadTest { @org.junit.Test public void second() throws Exception { java.io.File f = new java.io.File("tried"); if (f.createNewFile()) throw new Exception("first time"); } }
J
maven test -Dsurefire.rerunFailingTestsCount=2
