# expect: dependency_missing maven.plugin-missing
# needs: mvn
. "$FOUNDRY/java/maven-project"; pom
pom '' '<plugin><groupId>org.example</groupId><artifactId>roads-maven-plugin</artifactId><version>1.0</version><executions><execution><goals><goal>draw</goal></goals></execution></executions></plugin>'
maven compile
