# expect: configuration_error js.prisma-generate
# needs: prisma5
mkdir node_modules; ln -s /tmp/tools/frameworks/prisma5/node_modules/@prisma node_modules/
echo "const { PrismaClient } = require('@prisma/client'); new PrismaClient().basket.findMany()" >shop.js
node shop.js
