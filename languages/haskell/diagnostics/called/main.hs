import Shapes.Area (area)

main :: IO ()
main = print (area [] [7])
