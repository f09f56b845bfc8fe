# expect: toolchain java.release-unsupported
# needs: mvn
. "$FOUNDRY/java/maven-project"; pom
release=99 pom
java main Road <<'J'
public class Road { }
J
maven compile
