# expect: environment_variable maven.enforcer-variable
# needs: mvn
. "$FOUNDRY/java/maven-project"; pom
pom '' "$(plugin maven-enforcer-plugin '<executions><execution><goals><goal>enforce</goal></goals><configuration><rules><requireEnvironmentVariable><variableName>PLANNER_MAPS</variableName></requireEnvironmentVariable></rules></configuration></execution></executions>')"
maven validate
