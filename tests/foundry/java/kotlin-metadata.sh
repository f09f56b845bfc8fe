# expect: dependency_conflict kotlin.metadata-version
# needs: kotlinc19 kotlinc2
mkdir -p src prices && printf 'package prices\nclass Price(val cents: Int)\n' >prices/Price.kt
kotlinc2 prices/Price.kt -d prices.jar
printf 'import prices.Price\nfun total(list: List<Price>) = list.sumOf { it.cents }\n' >src/Basket.kt
JAVA_OPTS=-Dorg.jetbrains.kotlin.cliMessageRenderer=GradleStyle kotlinc19 -cp prices.jar src/Basket.kt -d out
