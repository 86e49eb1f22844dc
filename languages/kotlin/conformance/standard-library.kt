import java.math.BigInteger
import java.nio.file.Files
import java.security.MessageDigest
import java.time.LocalDateTime
import java.time.ZoneId
import java.util.Locale
import kotlin.io.path.readText
import kotlin.io.path.writeText
import kotlin.reflect.full.memberProperties

data class Person(val name: String, val born: Int)

@JvmInline
value class Metres(val value: Double)

fun main() {
    println(BigInteger.TWO.pow(100))
    println(MessageDigest.getInstance("SHA-1").digest("kotlin".toByteArray()).toHexString())
    println(LocalDateTime.of(2024, 7, 1, 12, 0).atZone(ZoneId.of("Europe/Berlin")).toInstant())
    println("%,.2f".format(Locale.GERMANY, 1234.5))
    println(Regex("\\d+").findAll("a 12 b 3").map { it.value }.toList())
    println(Person::class.memberProperties.map { it.name }.sorted())
    println(Metres(1.5))

    val file = Files.createTempFile("note", ".txt")
    file.writeText("kept\n")
    print(file.readText())
    print(System.getProperty("user.dir"))
}
