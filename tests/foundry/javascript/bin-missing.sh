# expect: dependency_missing js.bin-missing
# needs: npm yarn1
echo '{"name": "shop", "scripts": {"lint": "eslint .", "build": "webpack"}}' >package.json
mkdir bin; ln -s "$(command -v yarn1)" bin/yarn1; export PATH=/usr/bin:/bin:$PWD/bin    # none of the tools that are asked for
npm run lint; yarn1 run build; npm_config_script_shell=/bin/bash npm run build
