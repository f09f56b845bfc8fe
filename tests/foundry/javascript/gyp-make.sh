# expect: toolchain js.gyp-tool
# needs: node-gyp11 python3
mkdir bin; for tool in node sh env uname python3; do ln -s $(command -v $tool) bin/$tool; done    # an image without make
PATH=$PWD/bin:/tmp/tools/managers/bin
echo '{"targets": [{"target_name": "tally", "sources": ["tally.cc"]}]}' >binding.gyp; echo '{"name": "tally", "version": "1.0.0"}' >package.json
node-gyp11 rebuild --nodedir=/usr
