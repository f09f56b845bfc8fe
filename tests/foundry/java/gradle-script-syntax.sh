# expect: syntax_error gradle.script-syntax
# needs: gradle
echo "apply plugin: 'java'
dependencies { " > build.gradle
gradle() { command gradle -Duser.home="$HOME" --gradle-user-home "$HOME/.gradle" --no-daemon --console=plain "$@"; }
gradle build
