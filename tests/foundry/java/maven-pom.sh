# expect: configuration_error maven.pom-invalid
# needs: mvn
. "$FOUNDRY/java/maven-project"; pom
sed -i 's/<dependencies>/<dependencys>/' pom.xml; maven compile
pom '<dependency><groupId>org.example</groupId><artifactId>clock</artifactId></dependency>'; maven compile
