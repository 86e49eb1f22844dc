{-# LANGUAGE OverloadedStrings #-}

import Control.Monad.State
import Data.Array (listArray, (!))
import qualified Data.ByteString.Char8 as ByteString
import qualified Data.HashMap.Strict as HashMap
import Data.List.Split (splitOn)
import qualified Data.Map as Map
import qualified Data.Text as Text
import qualified Data.Text.IO as Text
import qualified Data.Vector.Unboxed as Vector
import System.Random (mkStdGen, randomR)
import Text.Parsec (char, digit, many1, parse, sepBy)

counted :: State Int Int
counted = modify (+ 1) >> get

main :: IO ()
main = do
  print (Map.toList (Map.fromListWith (+) [(c, 1 :: Int) | c <- "hello"]))
  print (HashMap.lookup "two" (HashMap.fromList [("one", 1), ("two", 2 :: Int)] :: HashMap.HashMap Text.Text Int))
  print (splitOn ", " "a, b, c")
  print (Vector.sum (Vector.enumFromTo 1 (1000000 :: Int)))
  print (runState counted 41)
  print (listArray (0, 2) "xyz" ! (1 :: Int))
  print (parse (many1 digit `sepBy` char ',') "" ("1,22,333" :: String))
  print (fst (randomR (1, 6 :: Int) (mkStdGen 1)) `elem` [1 .. 6])
  ByteString.putStrLn (ByteString.reverse "cba")
  Text.putStrLn (Text.toUpper "grüße")
