# expect: toolchain ruby.gem-executable-missing
# needs: bundle
printf 'source "http://127.0.0.1:1/"\n' > Gemfile
bundle _8.1.0_ install
