import sqlite3
import ssl
import zlib
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

print(sqlite3.connect(":memory:").execute("select 6 * 7").fetchone()[0])
print(datetime(2024, 7, 1, tzinfo=ZoneInfo("Europe/Paris")).utcoffset())
print(Decimal("0.1") + Decimal("0.2"), zlib.crc32(b"bugdrill"), ssl.HAS_TLSv1_3)
