interface Person{name:string,born:number}
enum Kind{ First,Second }
const people:Person[]=[ {name:'Ada',born:1815}, {name:'Grace',born:1906} ]
function greet( {name,born}:Person ):string{
      return `${name}, born in ${born}` }
people.map( person=>greet(person) )
  .forEach( line=>{console.log(line,Kind.First)} )
