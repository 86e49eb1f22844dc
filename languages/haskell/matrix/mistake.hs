main :: IO ()
main = do
  let total = sum [1, 2, 3 :: Int]
  putStrLn ("The total is " ++ totl) -- HERE
