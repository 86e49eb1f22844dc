def greet( name,greeting = 'Hello' ):
  return f'{greeting}, {name}!'
people=[ 'Ada','Grace',
  'Barbara' ]
for person in people : print( greet( person ) )
