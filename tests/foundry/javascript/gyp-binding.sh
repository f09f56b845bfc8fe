# expect: missing_file js.gyp-binding
# needs: node-gyp11 python3
echo '{"name": "tally", "version": "1.0.0"}' >package.json
node-gyp11 configure --nodedir=/usr
