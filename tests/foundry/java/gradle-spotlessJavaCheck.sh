# expect: format gradle.formatter-task
# needs: gradle
echo "task spotlessJavaCheck(type: Exec) { commandLine 'false' }" > build.gradle
gradle() { command gradle -Duser.home="$HOME" --gradle-user-home "$HOME/.gradle" --no-daemon --console=plain "$@"; }
gradle spotlessJavaCheck
