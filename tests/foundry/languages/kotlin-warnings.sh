# expect: lint java.werror
# needs: kotlinc
printf 'fun main() { val unused = 1 }\n' >Shop.kt
kotlinc -Werror Shop.kt
