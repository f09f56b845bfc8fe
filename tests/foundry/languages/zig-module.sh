# expect: compile_error zig.compile
# needs: zig
printf 'const prices = @import("prices.zig");\npub fn main() void {\n    _ = prices.total();\n}\n' >main.zig
zig build-exe main.zig
zig build
printf 'pub fn main() void {\n    var total: u32 = "3";\n}\n' >main.zig
zig build-exe main.zig
