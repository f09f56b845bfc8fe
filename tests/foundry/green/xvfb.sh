# expect: success
# needs: xvfb-run xauth
xvfb-run -a sh -c 'echo "display is $DISPLAY, no error"'
