# expect: missing_file js.node-entry-missing
# needs: karma6
timeout 60 karma6 start karma.shop.js --no-colors
