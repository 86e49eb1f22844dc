enum Color { Red = 'r', Green = 'g' }
const enum Bits { One = 1, Two = One << 1 }
enum Level { Low, High = Low + 5, Next }
console.log(Color, Bits.Two, Level, Level[6], new Error('x').stack?.split('\n')[1]);
