# expect: configuration_error dotnet.msbuild
# needs: xbuild
printf '<Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003"><Import Project="Nowhere.targets"/></Project>\n' >shop.csproj
xbuild shop.csproj
