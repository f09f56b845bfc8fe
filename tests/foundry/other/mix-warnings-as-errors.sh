# expect: lint elixir.warnings-as-errors
# needs: mix
export MIX_HOME=$HOME/mix; mkdir lib
printf 'defmodule Shop.MixProject do\n  use Mix.Project\n  def project, do: [app: :shop, version: "0.1.0"]\nend\n' > mix.exs
printf 'defmodule Shop do\n  def total(p), do: 1\nend\n' > lib/shop.ex
mix compile --warnings-as-errors
