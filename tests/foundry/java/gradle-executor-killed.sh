# expect: out_of_memory gradle.executor-killed
# needs: gradle javac
mkdir -p src/test/java
echo "apply plugin: 'java'
repositories { flatDir { dirs '/usr/share/java' } }
dependencies { testCompile ':junit4:', ':hamcrest-core:' }" >build.gradle
echo 'public class TillTest { @org.junit.Test public void total() throws Exception { new ProcessBuilder("sh", "-c", "kill -9 $PPID").start().waitFor(); } }' >src/test/java/TillTest.java
gradle() { command gradle -Duser.home="$HOME" --gradle-user-home "$HOME/.gradle" --no-daemon --console=plain "$@"; }
gradle test
