# expect: out_of_memory gradle.heap-space
# needs: gradle
echo 'task eat { doLast { def all = []; while (true) all << new long[10000000] } }' > build.gradle
export JAVA_OPTS=-Xmx64m GRADLE_OPTS=-Xmx64m; echo org.gradle.jvmargs=-Xmx64m > gradle.properties
gradle() { command gradle -Duser.home="$HOME" --gradle-user-home "$HOME/.gradle" --no-daemon --console=plain "$@"; }
gradle eat
