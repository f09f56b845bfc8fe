# expect: compile_error groovy.compile-error
# needs: groovyc
printf 'class Road { Rail rail }\n' > Road.groovy
groovyc Road.groovy
