# expect: toolchain maven.no-compiler
# needs: mvn jlink
. "$FOUNDRY/java/maven-project"; pom
java main Till <<<'public class Till { int total() { return 3; } }'
jlink --add-modules java.se --output jre
sed -i 's!<maven.compiler.release>17</maven.compiler.release>!<maven.compiler.source>17</maven.compiler.source><maven.compiler.target>17</maven.compiler.target>!' pom.xml
JAVA_HOME=$PWD/jre maven compile
