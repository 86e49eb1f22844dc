main :: IO ()
main = do
  print (length names)
