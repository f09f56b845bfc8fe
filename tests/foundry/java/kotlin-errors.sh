# expect: compile_error kotlin.error
# needs: kotlinc
printf 'fun length(): Int = "three"\nfun far() = lenght + 1\n' > road.kt
kotlinc road.kt -d out
