# expect: dependency_missing apt.no-candidate
# needs: apt-get
apt-get install -y --no-download mail-transport-agent
