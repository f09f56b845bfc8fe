# expect: compile_error java.symbol-not-found
# needs: mvn
. "$FOUNDRY/java/maven-project"; pom
java main Road <<'J'
public class Road { int length() { return lenght; } String name() { return width(); } }
J
maven compile
