# expect: dependency_missing js.esbuild-package-missing
# needs: esbuild
echo "import 'left-shelf'; import './nope'" >a.js; echo "const a = }" >b.js
esbuild --bundle b.js; esbuild --bundle a.js
