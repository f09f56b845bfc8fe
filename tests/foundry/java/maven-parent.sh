# expect: dependency_missing maven.parent-missing
# needs: mvn
. "$FOUNDRY/java/maven-project"; pom
sed -i 's#<modelVersion>#<parent><groupId>org.example</groupId><artifactId>roads</artifactId><version>1</version></parent><modelVersion>#' pom.xml; maven compile
