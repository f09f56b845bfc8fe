# expect: out_of_memory js.heap
# needs: node
echo "const all = []; for (;;) all.push(new Array(1000).fill({}))" >a.js
node --max-old-space-size=40 a.js
