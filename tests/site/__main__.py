"""Serve a paper of each family and a feed of each kind: ``python -m tests.site [PORT]``.

Then ``dubao subscribe --allow-private --pause 0 http://127.0.0.1:PORT/…`` any of what it prints.
"""

import sys
from contextlib import suppress
from datetime import datetime
from zoneinfo import ZoneInfo

from tests.site.server import PaperSite, put_up_all

site = PaperSite(port=int(sys.argv[1]) if len(sys.argv) > 1 else 0)
print("\n".join(put_up_all(site)), flush=True)
today = datetime.now(ZoneInfo("Asia/Shanghai")).date()
site.papers = {code: paper._replace(newest=today) for code, paper in site.papers.items()}
with suppress(KeyboardInterrupt):
    site.serve_forever()
