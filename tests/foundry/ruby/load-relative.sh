# expect: missing_file ruby.load-error-path
# needs: ruby
mkdir lib; echo 'require_relative "lib/parser"' > app.rb
ruby app.rb
