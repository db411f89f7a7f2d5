"""Stage 8: files to disk and to the browser.

`write` swaps a finished site in at once, `Cache` remembers what an article
came to, `links` finds broken links, `serve` shows the site while it is written.
"""

from sitegen.publish.cache import Cache, digest
from sitegen.publish.codec import decode, encode
from sitegen.publish.disk import Written, check_output, fingerprint, standing, write
from sitegen.publish.links import broken_links

__all__ = [
    "Cache",
    "Written",
    "broken_links",
    "check_output",
    "decode",
    "digest",
    "encode",
    "fingerprint",
    "standing",
    "write",
]
