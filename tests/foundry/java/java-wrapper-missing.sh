# expect: missing_file gradle.wrapper-missing
# needs: javac
cat > Road.java <<'J'
public class Road { }
J
java -classpath gradle/wrapper/gradle-wrapper.jar org.gradle.wrapper.GradleWrapperMain test; java -classpath .mvn/wrapper/maven-wrapper.jar org.apache.maven.wrapper.MavenWrapperMain verify
