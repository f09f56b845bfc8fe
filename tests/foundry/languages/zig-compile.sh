# expect: compile_error zig.compile
# needs: zig
mkdir src && cat >src/main.zig <<'Z'
const std = @import("std");
pub fn main() void {
    const total: u32 = prise(3) + 4;
    std.debug.print("{d}\n", .{total});
}
Z
zig build-exe src/main.zig
