# expect: lint java.werror
# needs: kotlinc2
printf 'fun total(prices: List<Int>): Int {\n    val tax = 3\n    return prices.sum() as Int\n}\n' >Basket.kt
kotlinc2 -Werror Basket.kt -d out
