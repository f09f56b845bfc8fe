# expect: infrastructure setup.xvfb
# needs: Xvfb
Xvfb :97 -screen 0 64x64x8 >/dev/null 2>&1 & first=$!
trap 'kill $first' EXIT
sleep 2
Xvfb :97
