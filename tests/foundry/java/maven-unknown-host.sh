# expect: network maven.repository-unreachable
# needs: mvn unshare
[ -n "${INSIDE:-}" ] || exec env INSIDE=1 unshare --net bash "$0"
. "$FOUNDRY/java/maven-project"; pom
settings https://repo.shop.example/maven2
maven compile
