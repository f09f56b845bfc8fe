# expect: network http.node
# needs: prisma5
mkdir prisma; export CHECKPOINT_DISABLE=1
printf 'datasource db {\n  provider = "postgresql"\n  url      = env("SHOP_DATABASE_URL")\n}\n\nmodel Basket {\n  id Int @id\n}\n' >prisma/schema.prisma
prisma5 generate
