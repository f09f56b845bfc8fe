# expect: dependency_missing d.dub-package
# needs: dub
printf '{"name": "shop", "dependencies": {"prices-nowhere": "~>1.0.0"}}\n' >dub.json; mkdir source; echo 'void main() {}' >source/app.d
dub build --skip-registry=all --compiler=ldc2
