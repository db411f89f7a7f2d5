// Loads the page again when the site has been built anew. Only `sitegen serve` adds this to pages.
(() => {
  const seen = new URL(document.currentScript.src).searchParams.get("build");
  const changes = new EventSource("/-/changes");
  changes.onmessage = (event) => {
    if (event.data !== seen) {
      changes.close();
      location.reload();
    }
  };
  addEventListener("pagehide", () => changes.close());
})();
