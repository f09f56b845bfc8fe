# expect: crash ruby.uncaught-exception
# needs: ruby
printf 'class Broken < StandardError; end\ndef run = raise(Broken, "queue is empty")\nrun\n' > app.rb
ruby app.rb
