# expect: compile_error dotnet.compiler-error
# needs: mcs
printf 'class Cart { static void Main() { System.Console.WriteLine(total); } }\n' > Cart.cs; mcs Cart.cs
