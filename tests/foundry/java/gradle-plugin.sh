# expect: dependency_missing gradle.plugin-missing
# needs: gradle
echo "apply plugin: 'org.example.roads'" > build.gradle
gradle() { command gradle -Duser.home="$HOME" --gradle-user-home "$HOME/.gradle" --no-daemon --console=plain "$@"; }
gradle build
