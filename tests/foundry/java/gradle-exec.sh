# expect: unknown
# needs: gradle
echo "task draw(type: Exec) { commandLine 'false' }" > build.gradle
gradle() { command gradle -Duser.home="$HOME" --gradle-user-home "$HOME/.gradle" --no-daemon --console=plain "$@"; }
gradle draw
