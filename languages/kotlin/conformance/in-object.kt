@file:JvmName("Named")

object Program {
    @JvmStatic
    fun main(args: Array<String>) {
        println("${args.size} arguments, Kotlin ${KotlinVersion.CURRENT.major}")
        println(Thread.currentThread().stackTrace.last().fileName)
    }
}
