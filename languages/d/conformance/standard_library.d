import std.algorithm;
import std.bigint;
import std.conv;
import std.datetime;
import std.digest.sha;
import std.json;
import std.regex;
import std.stdio;

void main()
{
    writeln(BigInt(2) ^^ 100);
    writeln(sha256Of("bugdrill").toHexString!(LetterCase.lower)[0 .. 16]);
    writeln(parseJSON(`{"numbers": [1, 2, 3]}`)["numbers"].array.map!(n => n.integer).sum);
    writeln("a1b22c333".matchAll(regex(`\d+`)).map!(m => m.hit.to!int));
    auto paris = PosixTimeZone.getTimeZone("Europe/Paris");
    writeln(SysTime(DateTime(2024, 7, 1), paris).utcOffset);
}
