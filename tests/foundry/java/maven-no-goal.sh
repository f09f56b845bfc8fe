# expect: configuration_error maven.no-goal
# needs: mvn
. "$FOUNDRY/java/maven-project"; pom
maven
