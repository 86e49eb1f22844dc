spin :: Int -> IO ()
spin n = spin (n + 1)

main :: IO ()
main = do
  putStrLn "begun"
  spin 0
