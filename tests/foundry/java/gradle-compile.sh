# expect: compile_error java.symbol-not-found
# needs: gradle
mkdir -p src/main/java src/test/java
BUILD="apply plugin: 'java'
repositories { flatDir { dirs '/usr/share/java' } }
dependencies { testCompile ':junit4:', ':hamcrest-core:' }"
echo "$BUILD" > build.gradle
echo 'public class Road { int length() { return lenght; } }' > src/main/java/Road.java
gradle() { command gradle -Duser.home="$HOME" --gradle-user-home "$HOME/.gradle" --no-daemon --console=plain "$@"; }
gradle compileJava
