# expect: toolchain maven.enforcer-version
# needs: mvn
. "$FOUNDRY/java/maven-project"; pom
pom '' "$(plugin maven-enforcer-plugin '<executions><execution><goals><goal>enforce</goal></goals><configuration><rules><requireJavaVersion><version>[99,)</version></requireJavaVersion></rules></configuration></execution></executions>')"
maven validate
