# expect: toolchain java.program-missing
# needs: gradle
printf "task sign { doLast { println 'prices'.execute().text; println(['jarsign-shop', 'till.jar'].execute().text) } }\n" >build.gradle
gradle() { command gradle -Duser.home="$HOME" --gradle-user-home "$HOME/.gradle" --no-daemon --console=plain "$@"; }
gradle sign
