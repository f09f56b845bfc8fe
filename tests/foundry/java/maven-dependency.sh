# expect: dependency_missing maven.dependency-missing
# needs: mvn
. "$FOUNDRY/java/maven-project"; pom
pom '<dependency><groupId>org.example</groupId><artifactId>clock</artifactId><version>9.1</version></dependency>'
maven compile; maven -o compile
