# expect: compile_error kotlin.error
# needs: kotlinc2
printf 'package shop\nimport shop.prices.Price\nclass Basket(val prices: List<Price>) {\n    fun total(): Int = prices.sumOf { it.cents }\n    fun first(): Int = prices.firstOrNull()\n}\n' >Basket.kt
kotlinc2 Basket.kt -d out
