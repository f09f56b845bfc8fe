# expect: test_failure exunit.failure
# needs: mix
export MIX_HOME=$HOME/mix; mkdir lib test
printf 'defmodule Shop.MixProject do\n  use Mix.Project\n  def project, do: [app: :shop, version: "0.1.0"]\nend\n' > mix.exs
echo 'ExUnit.start()' > test/test_helper.exs
printf 'defmodule ShopTest do\n  use ExUnit.Case\n  test "total", do: assert Enum.sum([1, 1]) == 3\n  test "name", do: raise "no name"\nend\n' > test/shop_test.exs
mix test --seed 0
