# expect: dependency_conflict maven.enforcer-bounds
# needs: mvn
. "$FOUNDRY/java/maven-project"
shop() { # NAME VERSION [DEPENDENCY VERSION]: a library in the local repository
  local d="$HOME/.m2/repository/org/shop/$1/$2"; mkdir -p "$d" && (cd "$d" && python3 -c "import zipfile; zipfile.ZipFile('$1-$2.jar', 'w').close()")
  printf '<project><modelVersion>4.0.0</modelVersion><groupId>org.shop</groupId><artifactId>%s</artifactId><version>%s</version>%s</project>' "$1" "$2" \
    "${3:+<dependencies><dependency><groupId>org.shop</groupId><artifactId>$3</artifactId><version>$4</version></dependency></dependencies>}" >"$d/$1-$2.pom"
}
shop prices 1.0; shop prices 1.20.0; shop till 2.0 prices 1.20.0; shop basket 3.1 prices 1.0
depends() { printf '<dependency><groupId>org.shop</groupId><artifactId>%s</artifactId><version>%s</version></dependency>' "$1" "$2"; }
pom "$(depends basket 3.1)$(depends till 2.0)" "$(plugin maven-enforcer-plugin '<executions><execution><goals><goal>enforce</goal></goals><configuration><rules><dependencyConvergence/><requireUpperBoundDeps/></rules></configuration></execution></executions>')"
maven validate
