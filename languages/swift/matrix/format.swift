struct Person{let name:String;let born:Int}
let people=[ Person(name:"Ada",born:1815),Person(name:"Grace",born:1906) ]
func greet(_ person:Person)->String{
      return "\(person.name), born in \(person.born)" }
for person in people{print(greet(person))}
