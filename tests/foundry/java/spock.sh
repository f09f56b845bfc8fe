# expect: test_failure jvm.spock
# needs: groovyc java
cat >BasketSpec.groovy <<'G'
import spock.lang.Specification
class BasketSpec extends Specification {
    def "total sums the prices"() {
        expect:
        [3, 4].max() == 7
    }
}
G
path=/usr/share/java/spock-core.jar:/usr/share/java/junit4.jar:/usr/share/java/hamcrest-core.jar:/usr/share/java/groovy-all.jar
groovyc -cp $path -d out BasketSpec.groovy
java -cp $path:out org.junit.runner.JUnitCore BasketSpec | grep -v '^.at \(java\|org\|sun\|groovy\|jdk\)'
exit ${PIPESTATUS[0]}
