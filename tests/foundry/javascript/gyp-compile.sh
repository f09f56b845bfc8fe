# expect: compile_error c.undeclared
# needs: node-gyp11 python3 make g++
echo '{"targets": [{"target_name": "tally", "sources": ["tally.cc"]}]}' >binding.gyp; echo '{"name": "tally", "version": "1.0.0"}' >package.json
echo 'int total() { return price; }' >tally.cc
node-gyp11 rebuild --nodedir=/usr
