# expect: test_timeout exunit.timeout
# needs: mix
export MIX_HOME=$HOME/mix; mkdir test
printf 'defmodule Shop.MixProject do\n  use Mix.Project\n  def project, do: [app: :shop, version: "0.1.0"]\nend\n' > mix.exs
echo 'ExUnit.start()' > test/test_helper.exs
printf 'defmodule ShopTest do\n  use ExUnit.Case\n  @tag timeout: 50\n  test "slow", do: Process.sleep(500)\nend\n' > test/shop_test.exs
mix test --seed 0
