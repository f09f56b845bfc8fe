# expect: lint java.werror
# needs: mvn
. "$FOUNDRY/java/maven-project"; pom
sed -i 's#</properties>#<maven.compiler.showWarnings>true</maven.compiler.showWarnings></properties>#' pom.xml
sed -i 's#<artifactId>maven-compiler-plugin</artifactId>#&<configuration><compilerArgs><arg>-Xlint:all</arg><arg>-Werror</arg></compilerArgs></configuration>#' pom.xml
java main Road <<'J'
public class Road { java.util.List names; }
J
maven compile
