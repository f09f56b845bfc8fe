# expect: network network.git
# needs: bundle git
printf 'source "http://127.0.0.1:1/"\ngem "money", git: "http://127.0.0.1:1/money.git"\n' > Gemfile
BUNDLE_PATH=$HOME/gems bundle install
