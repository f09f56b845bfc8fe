# expect: dependency_conflict maven.enforcer-rule
# needs: mvn
. "$FOUNDRY/java/maven-project"
pom '' "$(plugin maven-enforcer-plugin '<executions><execution><goals><goal>enforce</goal></goals><configuration><rules><bannedDependencies><excludes><exclude>junit:junit</exclude></excludes></bannedDependencies></rules></configuration></execution></executions>')"
maven validate
