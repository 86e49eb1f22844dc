half :: Int -> Int
half n
  | even n = n `div` 2
  | otherwise = error (show n ++ " is odd") -- HERE

main :: IO ()
main = do
  putStrLn "before"
  print (half 3)
