module Main where
import Data.List(sortBy,  nub)

fact::Integer->Integer
fact n|n<=1=1
      |otherwise=n*fact(n-1)
main = do {print (fact 5);
   print (nub [1,1,2]) }
