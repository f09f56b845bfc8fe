# expect: toolchain mix.hex-missing
# needs: mix
deps='{:jason, "~> 1.4"}'
. "$FOUNDRY/languages/mix-project"
mix deps.get
