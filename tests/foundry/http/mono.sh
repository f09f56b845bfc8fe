# expect: network http.dotnet
# needs: mcs mono python3 unshare ip
. "$FOUNDRY/faulty.sh"
printf 'class Fetch { static void Main(string[] a) { new System.Net.WebClient().DownloadString(a[0]); } }\n' >Fetch.cs
mcs Fetch.cs && for u in http://api.example.org/ http://198.51.100.7:9/ $base/reset/; do mono Fetch.exe $u 2>&1 | head -5; done
exit 1
