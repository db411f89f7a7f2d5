"""Raw text or a saved web page -> an article: what stands around it removed, what it says of itself kept."""

from sitegen.articles.importing.furniture import Removed
from sitegen.articles.importing.importing import AllowedDays, Imported, ImportOptions, import_document, import_file

__all__ = ["AllowedDays", "ImportOptions", "Imported", "Removed", "import_document", "import_file"]
