# expect: test_failure zig.test
# needs: zig
cat >basket.zig <<'Z'
const std = @import("std");
fn total(prices: []const u32) u32 {
    var sum: u32 = 0;
    for (prices) |price| sum = price;
    return sum;
}
test "total sums the prices" {
    try std.testing.expectEqual(@as(u32, 7), total(&.{ 3, 4 }));
}
test "an empty basket costs nothing" {
    try std.testing.expectEqual(@as(u32, 0), total(&.{}));
}
Z
zig test basket.zig
