# expect: success
# needs: webpack
mkdir src; printf 'try { require("./" + name); } catch (error) { console.log("failed", error); }\n' > src/index.js; printf 'x\n' > src/none.txt
ln -s "$(dirname "$(dirname "$(readlink -f "$(command -v webpack)")")")/.." node_modules 2>/dev/null
head -c 400000 /dev/zero | tr '\0' 'a' | sed 's/.*/export const big = "&";/' > src/big.js; echo 'import "./big"; import {missing} from "./big"; console.log(typeof missing)' >> src/index.js
webpack --mode production --no-color
