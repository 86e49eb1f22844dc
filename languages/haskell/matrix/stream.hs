import Control.Concurrent (threadDelay)

main :: IO ()
main = do
  putStrLn "first"
  threadDelay 500000
  putStrLn "second"
