# expect: network http.node
# needs: node-gyp9 node-gyp11 python3
echo '{"targets": [{"target_name": "tally", "sources": ["tally.cc"]}]}' >binding.gyp; echo '{"name": "tally", "version": "1.0.0"}' >package.json
export npm_config_disturl=http://127.0.0.1:9/dist
timeout 100 node-gyp9 rebuild
timeout 100 node-gyp11 rebuild
