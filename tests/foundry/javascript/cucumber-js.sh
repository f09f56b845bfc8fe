# expect: test_failure js.cucumber
# needs: cucumber-js
ln -s /tmp/tools/more/node_modules node_modules
mkdir -p features/steps; printf 'Feature: basket\n  Scenario: adds\n    Given a basket\n    Then the total is 3\n' >features/a.feature
printf 'const { Given, Then } = require("@cucumber/cucumber");\nconst assert = require("assert");\nGiven("a basket", () => {});\nThen("the total is {int}", n => assert.strictEqual(2, n));\n' >features/steps/a.js
NO_COLOR=1 cucumber-js --format progress --require 'features/**/*.js'
