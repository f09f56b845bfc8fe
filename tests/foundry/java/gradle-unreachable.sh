# expect: network gradle.repository-unreachable
# needs: gradle
mkdir -p src/main/java src/test/java
BUILD="apply plugin: 'java'
repositories { flatDir { dirs '/usr/share/java' } }
dependencies { testCompile ':junit4:', ':hamcrest-core:' }"
echo "$BUILD" > build.gradle
echo "dependencies { compile 'org.example:clock:9.1' }" >> build.gradle
echo "repositories { maven { url 'http://127.0.0.1:9/maven2' } }" >> build.gradle
echo 'public class Road { }' > src/main/java/Road.java
gradle() { command gradle -Duser.home="$HOME" --gradle-user-home "$HOME/.gradle" --no-daemon --console=plain "$@"; }
gradle compileJava
