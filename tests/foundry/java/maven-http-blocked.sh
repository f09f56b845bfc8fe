# expect: configuration_error maven.https-required
# needs: mvn
. "$FOUNDRY/java/maven-project"; pom
settings http://repo.shop.example/maven2
maven compile
