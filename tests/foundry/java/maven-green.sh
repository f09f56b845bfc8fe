# expect: success
# needs: mvn
. "$FOUNDRY/java/maven-project"; pom
java main Road <<'J'
public class Road { int length() { return 3; } }
J
java test RoadTest <<'J'
import org.junit.Test;
public class RoadTest { @Test public void failureIsAnError() { System.err.println("ERROR: on purpose, java.lang.Error"); new Road().length(); } }
J
maven package
