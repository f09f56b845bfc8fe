# expect: credential js.expo-account
# needs: eas
echo '{"name": "shop", "version": "1.0.0", "dependencies": {"expo": "51.0.0"}}' >package.json; echo '{"expo": {"name": "shop", "slug": "shop"}}' >app.json; echo '{"build": {"production": {}}}' >eas.json
git init -q . && git add . && git -c user.name=Ann -c user.email=ann@example.org commit -qm basket
eas build --platform android --non-interactive
