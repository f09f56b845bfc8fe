# expect: crash run.uncaught
# needs: elixir
printf 'raise "no prices"\n' >a.exs; elixir a.exs
