# expect: missing_file protoc.import
# needs: protoc
printf 'syntax = "proto3";\nimport "shop/prices.proto";\nmessage Basket { int32 total = 1; }\n' >shop.proto
protoc --python_out=. shop.proto
