# expect: crash gradle.daemon-died
# needs: gradle
printf 'task price { doLast { Runtime.getRuntime().halt(137) } }\n' >build.gradle
gradle() { command gradle -Duser.home="$HOME" --gradle-user-home "$HOME/.gradle" --console=plain "$@"; }
gradle price
