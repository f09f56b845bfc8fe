# expect: success
# needs: chromium
echo '<html><body><h1>Error 500</h1><script>console.error("failed to load"); document.title = "done"</script></body></html>' >page.html
timeout 60 chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --dump-dom file://$PWD/page.html
