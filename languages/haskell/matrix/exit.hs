import System.Exit (ExitCode (ExitFailure), exitWith)

main :: IO ()
main = do
  putStrLn "leaving"
  exitWith (ExitFailure 3)
