#!/bin/sh
# usage: formatted.sh      Proves that every C++ file is as .clang-format says; 77 where Debian 12's clang-format is not there.
cd "$(dirname "$0")/../.." || exit 2
clang-format --version 2>/dev/null | grep -q ' version 14\.' || { echo "skipped: needs clang-format 14"; exit 77; }
script/format --check || { echo "script/format writes them so"; exit 1; }
