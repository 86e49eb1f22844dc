const people=[ {name:'Ada',born:1815}, {name:'Grace',born:1906} ]
function greet( {name,born} ){
      return `${name}, born in ${born}` }
people.map( person=>greet(person) )
  .forEach( line=>{console.log(line)} )
