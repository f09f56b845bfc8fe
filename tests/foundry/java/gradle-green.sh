# expect: success
# needs: gradle
mkdir -p src/main/java src/test/java
BUILD="apply plugin: 'java'
repositories { flatDir { dirs '/usr/share/java' } }
dependencies { testCompile ':junit4:', ':hamcrest-core:' }"
echo "$BUILD" > build.gradle
echo 'public class Road { }' > src/main/java/Road.java
echo 'public class RoadTest { @org.junit.Test public void failsNever() { System.out.println("FAILURE: Build failed is what Gradle prints"); } }' > src/test/java/RoadTest.java
gradle() { command gradle -Duser.home="$HOME" --gradle-user-home "$HOME/.gradle" --no-daemon --console=plain "$@"; }
gradle test
