# expect: test_failure tap.not-ok
# needs: node
cat > package.json <<'J'
{ "name": "app", "version": "1.0.0", "type": "module" }
J
cat > money.js <<'J'
export const formatMoney = (cents) => (cents / 100).toFixed(2);
J
cat > row.test.js <<'J'
import test from 'node:test';
import * as money from './money.js';

test('a row', () => {
  money.formatCurrency(100);
});
J
node --test
