import Shapes.Area (area)

main :: IO ()
main = putStrLn ("from a folder: " ++ show (area 6 7))
