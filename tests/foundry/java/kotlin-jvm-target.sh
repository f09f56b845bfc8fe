# expect: toolchain kotlin.jvm-target-unknown
# needs: kotlinc
printf 'class Basket(val price: Int)\n' >Basket.kt
kotlinc -jvm-target 17 Basket.kt -d out
