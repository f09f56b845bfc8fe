# expect: out_of_memory system.node-heap
# needs: node
node --max-old-space-size=20 -e 'const rows = []; for (;;) rows.push(new Array(1000).fill(rows.length));'
