# expect: test_failure php.phpunit-assertion
# needs: phpunit php
cat > CartTest.php <<'P'
<?php
use PHPUnit\Framework\TestCase;
final class CartTest extends TestCase
{
    public function testTotal(): void { $this->assertSame(3, array_sum([1, 1])); }
    public function testName(): void { $this->assertEquals(['a' => 1], ['a' => 2], 'names differ'); }
    public function testBroken(): void { throw new LogicException('no price'); }
    public function testTrue(): void { $this->assertTrue(false); }
    /** @dataProvider rows */
    public function testRows(int $n): void { $this->assertStringContainsString('x', 'abc'); }
    public function rows(): array { return ['one' => [1]]; }
}
P
phpunit --colors=never CartTest.php
