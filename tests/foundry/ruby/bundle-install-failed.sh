# expect: dependency_missing ruby.native-extension
# needs: bundle gem ruby python3
mkdir -p prices/ext/prices && cd prices
printf 'require "mkmf"\nabort "libprices is missing: install libprices-dev" unless have_library("prices", "price_total")\ncreate_makefile("prices/prices")\n' >ext/prices/extconf.rb
printf 'Gem::Specification.new { |s| s.name = "prices"; s.version = "1.5.4"; s.summary = "p"; s.authors = ["a"]; s.files = ["ext/prices/extconf.rb"]; s.extensions = ["ext/prices/extconf.rb"] }\n' >prices.gemspec
gem build -q prices.gemspec 2>/dev/null && cd .. && mkdir -p site/gems && mv prices/*.gem site/gems && gem generate_index -q -d site 2>/dev/null >/dev/null
printf 'source "file:///tmp/foundry/app/site"\ngem "prices"\n' >Gemfile
bundle config set --local path vendor
bundle install
