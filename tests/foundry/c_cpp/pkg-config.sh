# expect: dependency_missing pkg-config.not-found
# needs: pkg-config
pkg-config --cflags audio-toy
