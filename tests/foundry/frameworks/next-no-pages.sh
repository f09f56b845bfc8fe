# expect: missing_file js.next-no-pages
# needs: next12 next14
ln -s /tmp/tools/frameworks/next12/node_modules node_modules; export NEXT_TELEMETRY_DISABLED=1
next12 build
rm node_modules; ln -s /tmp/tools/frameworks/next14/node_modules node_modules
next14 build
