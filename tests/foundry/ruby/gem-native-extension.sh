# expect: toolchain ruby.mkmf-headers
# needs: gem ruby gcc
mkdir -p ext/fast
printf 'Gem::Specification.new do |s|\n  s.name = "fast"; s.version = "1.0"; s.summary = "fast"; s.authors = ["ci"]; s.files = ["ext/fast/extconf.rb"]; s.extensions = ["ext/fast/extconf.rb"]\nend\n' > fast.gemspec
printf 'require "mkmf"\nabort "libfast is missing; install libfast-dev" unless have_header("fast.h")\ncreate_makefile("fast")\n' > ext/fast/extconf.rb
gem build -q fast.gemspec && gem install --local --user-install ./fast-1.0.gem
