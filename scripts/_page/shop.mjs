// Starts Python in this page, with the storefront in it.
import { loadPyodide } from "./pyodide/pyodide.mjs";

export async function start() {
  const began = performance.now();
  const packages = fetch(new URL("./shop.zip", import.meta.url)).then((answer) => answer.arrayBuffer());
  const python = await loadPyodide();
  const started = performance.now();
  python.unpackArchive(await packages, "zip", { extractDir: "/packages" });
  await python.runPythonAsync(`
import sys
sys.path.insert(0, "/packages")
from nexus_storefront import AsyncStorefront
`);
  python.times = { start: started - began, load: performance.now() - started };
  return python;
}
