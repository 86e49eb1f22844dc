sumLine :: String -> Int
sumLine = sum . map read . words

main :: IO ()
main = interact (unlines . map (show . sumLine) . lines)
