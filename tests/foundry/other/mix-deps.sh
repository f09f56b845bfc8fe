# expect: dependency_missing mix.deps-missing
# needs: mix
export MIX_HOME=$HOME/mix HEX_HOME=$HOME/hex
mkdir -p money; printf 'defmodule Money.MixProject do\n  use Mix.Project\n  def project, do: [app: :money, version: "1.0.0"]\nend\n' > money/mix.exs
printf 'defmodule Shop.MixProject do\n  use Mix.Project\n  def project, do: [app: :shop, version: "0.1.0", deps: [{:money, "~> 2.0", path: "money"}, {:cart, path: "cart"}]]\nend\n' > mix.exs
mix compile
