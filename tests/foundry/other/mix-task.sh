# expect: configuration_error mix.task
# needs: mix
export MIX_HOME=$HOME/mix; printf 'defmodule Shop.MixProject do\n  use Mix.Project\n  def project, do: [app: :shop, version: "0.1.0", elixir: "~> 1.2"]\nend\n' > mix.exs
mix credo
