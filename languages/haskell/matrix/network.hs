import Control.Exception (IOException, try)
import Network.Socket

connectTo :: SockAddr -> IO ()
connectTo address = do
  connection <- socket AF_INET Stream defaultProtocol
  connect connection address

main :: IO ()
main = do
  result <- try (connectTo (SockAddrInet 80 (tupleToHostAddress (192, 0, 2, 1))))
  putStrLn (either failed (const "connected") result)
  where
    failed :: IOException -> String
    failed _ = "no network"
