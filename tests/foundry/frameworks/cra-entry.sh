# expect: missing_file js.cra-file
# needs: react-scripts
ln -s /tmp/tools/frameworks/react5/node_modules node_modules; export SKIP_PREFLIGHT_CHECK=true
mkdir public src; echo '<div id="root"></div>' >public/index.html
echo '{"name": "shop", "version": "1.0.0", "private": true, "dependencies": {"react": "^18.0.0"}, "browserslist": ["last 1 chrome version"]}' >package.json
react-scripts build
