main :: IO ()
main = do
  let n = 3
  print (n * )) 2
