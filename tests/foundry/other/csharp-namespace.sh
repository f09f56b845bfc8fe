# expect: compile_error dotnet.namespace-missing
# needs: mcs
printf 'using Shop.Money;\nclass Cart { Wallet w; static void Main() { } }\n' > Cart.cs; mcs Cart.cs
