# expect: network maven.repository-unreachable
# needs: mvn
. "$FOUNDRY/java/maven-project"; pom
settings http://127.0.0.1:9/maven2
maven compile
