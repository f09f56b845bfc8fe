# expect: infrastructure gradle.daemon-stopped
# needs: gradle
printf 'task price { doLast { Thread.sleep(30000) } }\n' >build.gradle
gradle() { command gradle -Duser.home="$HOME" --gradle-user-home "$HOME/.gradle" --console=plain "$@"; }
(sleep 12; gradle --stop >/dev/null) &
gradle price
