# expect: lint js.gulp-csslint
# needs: node
ln -s /tmp/tools/frameworks/csslint/node_modules node_modules
echo "module.exports = (grunt) => { grunt.loadNpmTasks('grunt-contrib-csslint'); grunt.initConfig({ csslint: { strict: { options: { 'empty-rules': 2, ids: 2 }, src: ['*.css'] } } }) }" >Gruntfile.js
printf '#basket { color: red !important; }\n.item {}\n' >shop.css
node_modules/grunt/bin/grunt csslint
