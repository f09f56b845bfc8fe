# expect: quality_gate said.check-command
# needs: npm6
echo '{"name": "shop", "version": "1.0.0", "scripts": {"check:links": "exit 1"}}' >package.json
npm6 run check:links
