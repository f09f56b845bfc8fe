# expect: configuration_error js.gulp-config
# needs: grunt
ln -s /tmp/tools/node/node_modules node_modules
grunt
echo "module.exports = g => g.registerTask('lint', () => false)" >Gruntfile.js
grunt lint
