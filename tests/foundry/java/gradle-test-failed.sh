# expect: test_failure gradle.test-failed
# needs: gradle
mkdir -p src/main/java src/test/java
BUILD="apply plugin: 'java'
repositories { flatDir { dirs '/usr/share/java' } }
dependencies { testCompile ':junit4:', ':hamcrest-core:' }"
echo "$BUILD" > build.gradle
echo 'public class RoadTest { @org.junit.Test public void shortest() { org.junit.Assert.assertEquals(3, 2); } }' > src/test/java/RoadTest.java
gradle() { command gradle -Duser.home="$HOME" --gradle-user-home "$HOME/.gradle" --no-daemon --console=plain "$@"; }
gradle test
