# expect: crash dotnet.unhandled
# needs: mcs mono
printf 'class A { static void Main() { string s = null; System.Console.WriteLine(s.Length); } }\n' >A.cs
mcs A.cs && mono A.exe
