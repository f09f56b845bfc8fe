# expect: toolchain gradle.program-missing
# needs: gradle
echo "task draw(type: Exec) { commandLine 'doxyrender' }" > build.gradle
gradle() { command gradle -Duser.home="$HOME" --gradle-user-home "$HOME/.gradle" --no-daemon --console=plain "$@"; }
gradle draw
