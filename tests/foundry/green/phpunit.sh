# expect: success
# needs: php phpunit
cat > ErrorTest.php <<'P'
<?php
use PHPUnit\Framework\TestCase;
final class ErrorTest extends TestCase
{
    public function testFatalErrorIsCaught(): void { $this->expectException(TypeError::class); strlen([]); }
    public function testUncaughtExceptionMessage(): void { error_log('PHP Fatal error:  Uncaught Error: Call to undefined function connect()'); $this->assertTrue(true); }
    /** @dataProvider codes */
    public function testHttpFailure(int $code): void { $this->assertGreaterThan(399, $code); }
    public function codes(): array { return ['not found' => [404], 'ERROR 500' => [500], 'timed out' => [504]]; }
    public function testConnectionRefused(): void { $this->markTestSkipped('Connection refused'); }
}
P
phpunit --testdox ErrorTest.php
phpunit --verbose ErrorTest.php
php -l ErrorTest.php
