# expect: configuration_error cloud.firebase-project
# needs: firebase
echo '{"hosting": {"public": "dist"}}' >firebase.json; mkdir dist
FIREBASE_TOKEN=shop firebase deploy --only hosting --non-interactive
