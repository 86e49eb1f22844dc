import System.IO (hFlush, stdout)

main :: IO ()
main = do
  putStr "Hello from Haskell\nWhat is your name? "
  hFlush stdout
  input <- getContents
  let name = case lines input of
        line : _ | not (null line) -> line
        _ -> "stranger"
  putStrLn ("Nice to meet you, " ++ name ++ "!")
  mapM_ (\n -> putStrLn (show n ++ " squared is " ++ show (n * n))) [1 .. 3 :: Int]
