# expect: environment_variable js.client-undefined
# needs: node
ln -s /tmp/tools/managers/clients/node_modules node_modules
cat >clients.js <<'END'
const { MONGO_URL, JWT_SECRET, SUPABASE_URL, SUPABASE_KEY, STRIPE_KEY, DATABASE_URL } = process.env
const clients = [
  () => require('mongoose').connect(MONGO_URL),
  () => require('jsonwebtoken').sign({ user: 1 }, JWT_SECRET),
  () => require('jsonwebtoken').verify('eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJhIjoxfQ.abc', JWT_SECRET),
  () => require('@supabase/supabase-js').createClient(SUPABASE_URL, SUPABASE_KEY),
  () => require('@supabase/supabase-js').createClient('https://shop.example.org', SUPABASE_KEY),
  () => new (require('stripe'))(STRIPE_KEY),
  () => new (require('openai'))(),
  () => new (require('sequelize').Sequelize)(DATABASE_URL),
  () => fetch(process.env.SHOP_URL + '/prices'),
  () => new URL(process.env.SHOP_URL + '/prices'),
]
async function run() {
  for (const client of clients) {
    try { await client() } catch (error) { console.error(error.code ? error : String(error)) }
  }
  process.exit(1)
}
run()
END
node clients.js
