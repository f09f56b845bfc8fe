# expect: toolchain mix.hex-missing
# needs: mix
export MIX_HOME=$HOME/mix HEX_HOME=$HOME/hex HEX_MIRROR=http://127.0.0.1:1 HEX_BUILDS_URL=http://127.0.0.1:1
printf 'defmodule Shop.MixProject do\n  use Mix.Project\n  def project, do: [app: :shop, version: "0.1.0", deps: [{:jason, "~> 1.0"}]]\nend\n' > mix.exs
mix deps.get 2>&1
