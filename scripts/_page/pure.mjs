// Runs `pure.py` in Python for WebAssembly, on node: the folders that are named are there as they are here.
import { pathToFileURL } from "node:url";

const { pyodide, folders, paths, program, arguments: given } = JSON.parse(process.argv[2]);
const { loadPyodide } = await import(pathToFileURL(pyodide).href);
const python = await loadPyodide();
for (const [inside, outside] of Object.entries(folders)) {
  python.FS.mkdirTree(inside);
  python.FS.mount(python.FS.filesystems.NODEFS, { root: outside }, inside);
}
python.globals.set("paths", python.toPy(paths));
python.globals.set("arguments", python.toPy(given));
process.exitCode = python.runPython(python.FS.readFile(program, { encoding: "utf8" }));
