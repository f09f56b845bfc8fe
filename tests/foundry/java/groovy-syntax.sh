# expect: syntax_error groovy.syntax
# needs: groovy
printf 'def f() { \n' > road.groovy; groovy road.groovy
