# expect: test_failure said.fail-line
# needs: phpunit
mkdir tests
cat >tests/BasketTest.php <<'END'
<?php
final class BasketTest extends PHPUnit\Framework\TestCase
{
    public function testTotal(): void
    {
        $this->assertSame(3, 2);
    }
}
END
phpunit --teamcity tests >out
status=$?
grep '^##' out
exit $status
