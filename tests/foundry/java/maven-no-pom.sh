# expect: missing_file maven.no-pom
# needs: mvn
. "$FOUNDRY/java/maven-project"; pom
rm pom.xml; maven compile
