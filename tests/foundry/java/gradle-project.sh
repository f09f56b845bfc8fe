# expect: configuration_error gradle.task-not-found
# needs: gradle
printf "include 'till'\n" >settings.gradle; mkdir till; printf "task total { }\ntask totalPrices { }\n" >build.gradle; printf 'task sum { }\n' >till/build.gradle
gradle() { command gradle -Duser.home="$HOME" --gradle-user-home "$HOME/.gradle" --no-daemon --console=plain "$@"; }
gradle :till:totl
gradle :basket:sum
