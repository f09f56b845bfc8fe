# expect: syntax_error system.crlf-script
# needs: bash
printf 'set -e\r\ncd src\r\nif [ 1 = 1 ]; then\r\n  echo 1\r\nfi\r\n' > tool.sh
bash tool.sh
