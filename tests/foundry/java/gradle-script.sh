# expect: configuration_error gradle.script
# needs: gradle
echo "apply plugin: 'java'
dependencies { compil 'org.example:clock:9.1' }" > build.gradle
gradle() { command gradle -Duser.home="$HOME" --gradle-user-home "$HOME/.gradle" --no-daemon --console=plain "$@"; }
gradle build
