# expect: crash crash.died
# needs: zig
cat >till.zig <<'Z'
const std = @import("std");
pub fn main() void {
    var prices = [_]u8{ 200, 100 };
    var sum: u8 = 0;
    for (prices) |price| sum += price;
    std.debug.print("{d}\n", .{sum});
}
Z
zig build-exe till.zig && ./till
