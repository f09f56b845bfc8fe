# expect: success
# needs: mvn
printf '<project><modelVersion>4.0.0</modelVersion><groupId>t</groupId><artifactId>fatal-errors</artifactId><version>1-SNAPSHOT</version><packaging>pom</packaging><name>Failure Reports</name><modules><module>timeouts</module></modules></project>' > pom.xml
mkdir timeouts; sed 's/<modules>.*<\/modules>//; s/fatal-errors/error-timeouts/' pom.xml > timeouts/pom.xml
mvn -o -B validate; mvn -o -q validate
