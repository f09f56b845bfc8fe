# expect: configuration_error maven.phase-unknown
# needs: mvn
. "$FOUNDRY/java/maven-project"; pom
maven compil
