# expect: environment_variable setup.java-home
# needs: mvn gradle
JAVA_HOME=/nowhere mvn -version
JAVA_HOME=/nowhere /usr/share/gradle/bin/gradle -version
exit 1
