# expect: credential rails.wrong-key
# needs: ruby
. "$FOUNDRY/ruby/rails-app"
ruby -ractive_support -ractive_support/encrypted_configuration -e 'File.write("k", ActiveSupport::EncryptedFile.generate_key); ActiveSupport::EncryptedConfiguration.new(config_path: "config/credentials.yml.enc", key_path: "k", env_key: "NONE", raise_if_missing_key: true).write("till: 3")'
RAILS_MASTER_KEY=00112233445566778899aabbccddeeff bin/rails runner 'puts Rails.application.credentials.till'
RAILS_MASTER_KEY=0011 bin/rails runner 'puts Rails.application.credentials.till'
