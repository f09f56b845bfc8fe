# expect: lint jvm.style
# needs: ktlint java
mkdir -p src/main/kotlin && printf 'package shop\n\nimport java.util.Date\nimport java.util.*\n\nclass basket(val prices: List<Int>){\n  fun total(): Int {\n      return prices.sum() ;\n  }\n}' >src/main/kotlin/Basket.kt
ktlint 'src/**/*.kt'
