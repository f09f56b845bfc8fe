# expect: crash groovy.caught
# needs: groovy
printf 'println lenght\n' > road.groovy
groovy road.groovy
printf 'assert 1 + 1 == 3\n' > road.groovy; groovy road.groovy
