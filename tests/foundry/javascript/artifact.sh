# expect: infrastructure workflow.runtime-variable
# needs: node
echo prices >prices.txt
ln -sfn /tmp/tools/managers/artifact1/node_modules node_modules
echo "require('@actions/artifact').create().uploadArtifact('prices', ['prices.txt'], '.')" >upload.js
node upload.js
ln -sfn /tmp/tools/managers/artifact2/node_modules node_modules
echo "new (require('@actions/artifact').DefaultArtifactClient)().uploadArtifact('prices', ['prices.txt'], '.')" >upload.js
node upload.js
