main :: IO ()
main = do
  line <- getLine
  putStrLn ("grüße, " ++ line ++ " 世界 🐛")
