# expect: toolchain kotlin.jvm-target-unknown
# needs: kotlinc2
printf 'class Basket(val price: Int)\n' >Basket.kt
kotlinc2 -jvm-target 47 Basket.kt -d out
