# expect: crash maven.fork-died
# needs: mvn
. "$FOUNDRY/java/maven-project"; pom
java test RoadTest <<'J'
public class RoadTest { @org.junit.Test public void dies() { Runtime.getRuntime().halt(3); } }
J
maven test
