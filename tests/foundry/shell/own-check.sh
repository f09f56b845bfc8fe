# expect: dependency_missing said.not-installed
cat >check.sh <<'END'
if ! command -v pytest-shop >/dev/null; then
  echo "✗ pytest-shop is not installed"
  echo "  Install it with: ./check.sh install"
  exit 1
fi
END
bash check.sh
