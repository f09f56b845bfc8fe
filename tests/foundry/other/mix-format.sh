# expect: format mix.format
# needs: mix
export MIX_HOME=$HOME/mix; printf 'defmodule Shop do\ndef total(p),do: p\nend\n' > shop.ex
mix format --check-formatted shop.ex
