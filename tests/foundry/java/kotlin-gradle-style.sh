# expect: compile_error kotlin.gradle-error
# needs: kotlinc2
mkdir -p src/main/kotlin && printf 'class Basket(val prices: List<Int>) {\n    fun total(): Int = prices.joinToString()\n    fun first() = prises.first()\n}\n' >src/main/kotlin/Basket.kt
JAVA_OPTS=-Dorg.jetbrains.kotlin.cliMessageRenderer=GradleStyle kotlinc2 src/main/kotlin/Basket.kt -d out
