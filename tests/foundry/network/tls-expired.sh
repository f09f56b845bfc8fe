# expect: security_finding network.certificate-expired
# needs: curl wget npm python3 unshare ip
. "$FOUNDRY/faulty.sh"
pem=/tmp/foundry/198.51.100.7-1.pem
curl -sSL --cacert $pem https://198.51.100.7:8441/tool.tar.gz
wget -nv --tries 1 --ca-certificate $pem https://198.51.100.7:8441/tool.tar.gz
npm install left-pad --fetch-retries 0 --registry https://198.51.100.7:8441/
python3 -c "import urllib.request; urllib.request.urlopen('https://198.51.100.7:8441/', cafile='$pem')" 2>&1 | tail -1
exit 1
