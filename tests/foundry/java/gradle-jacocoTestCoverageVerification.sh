# expect: quality_gate gradle.coverage-task
# needs: gradle
echo "task jacocoTestCoverageVerification(type: Exec) { commandLine 'false' }" > build.gradle
gradle() { command gradle -Duser.home="$HOME" --gradle-user-home "$HOME/.gradle" --no-daemon --console=plain "$@"; }
gradle jacocoTestCoverageVerification
