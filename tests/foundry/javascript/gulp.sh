# expect: configuration_error js.gulp-config
# needs: gulp
ln -s /tmp/tools/node/node_modules node_modules
gulp
echo "exports.build = async () => { throw new Error('no shelf') }" >gulpfile.js
gulp build
gulp lint
