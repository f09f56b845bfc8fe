# expect: missing_file js.npm-enoent
# needs: npm npm6
npm6 test
npm test
