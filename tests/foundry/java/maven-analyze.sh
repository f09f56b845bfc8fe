# expect: quality_gate maven.gate-goal
# needs: mvn
. "$FOUNDRY/java/maven-project"
pom '' "$(plugin maven-dependency-plugin '<executions><execution><goals><goal>analyze-only</goal></goals><phase>process-classes</phase><configuration><failOnWarning>true</failOnWarning></configuration></execution></executions>')"
java main Till <<<'public class Till { int total() { return 3; } }'
maven process-classes
