# expect: lint js.commitlint
# needs: commitlint
echo "module.exports = {rules: {'subject-empty': [2, 'never'], 'type-empty': [2, 'never'], 'body-leading-blank': [1, 'always']}}" >commitlint.config.js
echo "made it work" | commitlint
