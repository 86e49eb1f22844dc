import qualified Data.ByteString as ByteString

grow :: [ByteString.ByteString] -> IO ()
grow kept = do
  let block = ByteString.replicate 1000000 (fromIntegral (length kept))
  print (ByteString.length block + length kept)
  grow (block : kept)

main :: IO ()
main = grow []
