import Data.Char (toUpper)

shout :: String -> String
shout text = map toUpper text ++ 1

main :: IO ()
main = putStrLn (shout 'a')
