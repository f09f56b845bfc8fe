# expect: environment_variable setup.variable-missing
# needs: prisma7
ln -s /tmp/tools/frameworks/prisma7/node_modules node_modules; mkdir prisma; export CHECKPOINT_DISABLE=1
printf 'datasource db {\n  provider = "postgresql"\n}\n\nmodel Basket {\n  id Int @id\n}\n' >prisma/schema.prisma
printf "import { defineConfig, env } from 'prisma/config'\n\nexport default defineConfig({ schema: 'prisma/schema.prisma', datasource: { url: env('SHOP_DATABASE_URL') } })\n" >prisma.config.ts
prisma7 generate
