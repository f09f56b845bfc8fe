# expect: configuration_error gradle.script
# needs: gradle
printf 'task a { println prijectName }\n' >build.gradle
gradle --offline -q a
printf 'apply from: "nothing.gradle"\n' >build.gradle
gradle --offline -q a
printf 'buildscript { dependencies { classpath "a:b:1" } }\n' >build.gradle
gradle --offline -q a
printf 'throw new GradleException("no shop here")\n' >build.gradle
gradle --offline -q a
