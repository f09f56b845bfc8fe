# expect: lint gradle.linter-task
# needs: gradle
echo "task checkstyleMain(type: Exec) { commandLine 'false' }" > build.gradle
gradle() { command gradle -Duser.home="$HOME" --gradle-user-home "$HOME/.gradle" --no-daemon --console=plain "$@"; }
gradle checkstyleMain
