# expect: success
# needs: gradle
export GRADLE_USER_HOME=$HOME/gradle JAVA_HOME=/usr/lib/jvm/java-11-openjdk-amd64
[ -d $JAVA_HOME ] || export JAVA_HOME=/usr/lib/jvm/java-17-openjdk-amd64
cat > build.gradle <<'G'
task errorPages { outputs.file("$buildDir/404.html"); doLast { file("$buildDir").mkdirs(); file("$buildDir/404.html").text = "not found" } }
task failedReport(dependsOn: errorPages) { doLast { println "0 failed, 0 errors"; logger.error("error log line") } }
G
gradle --no-daemon --console=plain failedReport; gradle --no-daemon --console=plain errorPages
