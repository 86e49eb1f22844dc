fun main() {
    val names: List<String> = listOf("Ada")
    println(names!!.first())
}
