colour :: Int -> String
colour n = case n of
  1 -> "red"
  2 -> "green"

day :: Int -> String
day 1 = "Monday"

main :: IO ()
main = do
  putStrLn (day 1)
  putStrLn (colour 3)
