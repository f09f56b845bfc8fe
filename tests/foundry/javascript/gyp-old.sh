# expect: toolchain js.gyp-old
# needs: node-gyp3 node-gyp5 node14 python3
echo '{"targets": [{"target_name": "tally", "sources": ["tally.cc"]}]}' >binding.gyp; echo '{"name": "tally", "version": "1.0.0"}' >package.json
node-gyp3 configure --python=/usr/bin/python3
node-gyp5 configure --nodedir=/usr
node14 $(readlink -f $(command -v node-gyp5)) configure --nodedir=/usr
