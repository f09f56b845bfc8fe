# expect: infrastructure apt.lock
# needs: apt-get python3
mkdir -p lists/partial && touch lists/lock
python3 -c 'import fcntl, time
lock = open("lists/lock", "w"); fcntl.lockf(lock, fcntl.LOCK_EX); time.sleep(5)' & sleep 1
apt-get -o Dir::State::Lists=$PWD/lists -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts=/dev/null update
status=$?; kill %1; exit $status
