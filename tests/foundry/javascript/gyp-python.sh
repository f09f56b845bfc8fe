# expect: toolchain js.gyp-tool
# needs: node-gyp3 node-gyp5 node-gyp11
mkdir bin; for tool in node sh env uname; do ln -s $(command -v $tool) bin/$tool; done    # an image without python and make
PATH=$PWD/bin:/tmp/tools/managers/bin
echo '{"targets": [{"target_name": "tally", "sources": ["tally.cc"]}]}' >binding.gyp; echo '{"name": "tally", "version": "1.0.0"}' >package.json
node-gyp3 configure
node-gyp5 configure
node-gyp11 configure
