# expect: configuration_error gradle.task-not-found
# needs: gradle
echo "apply plugin: 'java'" > build.gradle
gradle() { command gradle -Duser.home="$HOME" --gradle-user-home "$HOME/.gradle" --no-daemon --console=plain "$@"; }
gradle deployRoads
