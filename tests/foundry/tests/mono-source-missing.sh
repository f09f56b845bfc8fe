# expect: missing_file dotnet.source-missing
# needs: mcs
echo 'class Shop { static void Main() { } }' >Shop.cs
mcs Shop.cs Prices.cs
