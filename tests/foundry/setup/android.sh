# expect: configuration_error setup.android-sdk
# needs: gradle
printf 'task sdk { doLast { throw new GradleException("SDK location not found. Define location with sdk.dir in the local.properties file or with an ANDROID_HOME environment variable.") } }\n' >build.gradle
gradle --offline sdk
