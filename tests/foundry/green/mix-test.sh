# expect: success
# needs: mix elixir
export MIX_HOME=$HOME/mix HEX_HOME=$HOME/hex
mkdir -p codes/lib codes/test; cd codes
cat > mix.exs <<'E'
defmodule Codes.MixProject do
  use Mix.Project
  def project, do: [app: :codes, version: "0.1.0", deps: []]
  def application, do: [extra_applications: [:logger]]
end
E
cat > lib/codes.ex <<'E'
defmodule Codes do
  require Logger
  def fail!(unused), do: raise(RuntimeError, "connection refused")
  def error, do: Logger.error("GenServer terminating: ** (stop) :timeout")
  def old(s), do: String.strip(s)
end
E
echo 'ExUnit.start()' > test/test_helper.exs
cat > test/codes_test.exs <<'E'
defmodule CodesTest do
  use ExUnit.Case
  test "** (RuntimeError) is raised", do: assert_raise(RuntimeError, fn -> Codes.fail!(1) end)
  test "error is logged", do: Codes.error()
  test "a process that exits", do: spawn(fn -> exit(:failed) end) && spawn(fn -> raise "boom" end) && Process.sleep(50)
  @tag :skip
  test "times out", do: flunk("never")
end
E
mix compile; mix test --trace --seed 0; mix test --seed 0; mix format mix.exs lib/codes.ex && mix format --check-formatted mix.exs lib/codes.ex && echo formatted
