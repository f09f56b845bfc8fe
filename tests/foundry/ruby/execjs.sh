# expect: toolchain ruby.javascript-runtime
# needs: ruby
printf 'require "execjs"\nputs ExecJS.eval("1 + 2")\n' >price.rb
mkdir bin && ln -s /usr/bin/ruby bin/ruby
PATH=$PWD/bin ruby price.rb
