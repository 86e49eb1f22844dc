import Control.Concurrent (forkIO)
import Control.Concurrent.STM
import Control.Monad (forM_)

main :: IO ()
main = do
  total <- newTVarIO (0 :: Int)
  running <- newTVarIO (10 :: Int)
  forM_ [1 .. 10] $ \n -> forkIO $ atomically $ do
    modifyTVar' total (+ n)
    modifyTVar' running (subtract 1)
  atomically (readTVar running >>= check . (== 0))
  readTVarIO total >>= print
