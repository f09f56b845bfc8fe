# expect: syntax_error dotnet.syntax-error
# needs: mcs
printf 'class Cart { static void Main() { int a = 1 } }\n' > Cart.cs; mcs Cart.cs
