day :: Int -> String
day 1 = "Monday"

main :: IO ()
main = putStrLn (day 2)
