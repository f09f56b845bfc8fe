# expect: configuration_error js.prisma-generate
# needs: prisma
mkdir node_modules; ln -s /tmp/tools/frameworks/prisma/node_modules/@prisma node_modules/
echo "const { PrismaClient } = require('@prisma/client'); new PrismaClient().basket.findMany()" >shop.js
node shop.js
