# expect: configuration_error setup.browser-sandbox
# needs: chromium
timeout 20 chromium --headless about:blank
