# expect: compile_error dotnet.compiler-says
# needs: xbuild
printf '<Project DefaultTargets="Build" xmlns="http://schemas.microsoft.com/developer/msbuild/2003"><PropertyGroup><OutputType>Exe</OutputType><AssemblyName>shop</AssemblyName><OutputPath>out/</OutputPath></PropertyGroup><ItemGroup><Compile Include="A.cs"/><Reference Include="Prices"/></ItemGroup><Import Project="$(MSBuildToolsPath)\\Microsoft.CSharp.targets"/></Project>\n' >shop.csproj
printf 'class A { static void Main() { System.Console.WriteLine(totl); } }\n' >A.cs
xbuild shop.csproj
