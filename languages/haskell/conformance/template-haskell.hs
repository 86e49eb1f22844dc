{-# LANGUAGE TemplateHaskell #-}

import Language.Haskell.TH
import System.IO (hIsTerminalDevice, stdout)

main :: IO ()
main = do
  putStrLn $(pure (LitE (StringL "made while it was compiled")))
  hIsTerminalDevice stdout >>= print
  putStr "an unfinished line"
