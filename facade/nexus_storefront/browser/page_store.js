// The entries of a PageStore: { key, value, version, expires }, and under 0 in "versions" the highest version so far.
// Every function is one transaction, so what it compares is what it writes over, whichever tab asks.
(name) => {
  let opened = null;

  const open = () =>
    (opened ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore("entries", { keyPath: "key" });
        request.result.createObjectStore("versions");
      };
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const database = request.result;
        database.onclose = database.onversionchange = () => forget(database);
        resolve(database);
      };
    }).catch((error) => {
      opened = null;
      throw error;
    }));

  const forget = (database) => {
    opened = null;
    database.close();
  };

  const run = async (mode, work) => {
    const database = await open();
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(["entries", "versions"], mode, { durability: "strict" });
      let answer;
      transaction.oncomplete = () => resolve(answer);
      transaction.onabort = () => reject(transaction.error ?? new DOMException("aborted", "AbortError"));
      work(transaction.objectStore("entries"), transaction.objectStore("versions"), (found) => (answer = found));
    });
  };

  const alive = (row, now) => (row !== undefined && (row.expires === undefined || now < row.expires) ? row : undefined);

  const next = (versions, now, use) => {
    versions.get(0).onsuccess = (event) => {
      // Microseconds: they rise by themselves after the database was removed, and are exact as numbers.
      const version = Math.max((event.target.result ?? 0) + 1, Math.floor(now * 1e6));
      versions.put(version, 0);
      use(version);
    };
  };

  return {
    get: (key, now) =>
      run("readonly", (entries, versions, give) => {
        entries.get(key).onsuccess = (event) => give(alive(event.target.result, now));
      }),

    put: (key, value, expected, expires, now) =>
      run("readwrite", (entries, versions, give) => {
        entries.get(key).onsuccess = (event) => {
          const found = alive(event.target.result, now)?.version ?? 0;
          if (expected !== undefined && expected !== found) return give([false, found]);
          next(versions, now, (version) => {
            entries.put({ key, value, version, expires });
            give([true, version]);
          });
        };
      }),

    remove: (key, expected, now) =>
      run("readwrite", (entries, versions, give) => {
        entries.get(key).onsuccess = (event) => {
          const found = alive(event.target.result, now);
          if (found !== undefined && expected !== undefined && expected !== found.version)
            return give([false, found.version]);
          entries.delete(key);
          give([true, found === undefined ? 0 : 1]);
        };
      }),

    keys: (prefix, now) =>
      run("readonly", (entries, versions, give) => {
        entries.getAll().onsuccess = (event) =>
          give(event.target.result.filter((row) => alive(row, now) && row.key.startsWith(prefix)).map((row) => row.key));
      }),

    fence: (now) => run("readwrite", (entries, versions, give) => next(versions, now, give)),

    close: () => opened?.then(forget, () => {}),

    // A lock of the browser, held until it is ended or for `ttl` milliseconds.
    lease: (key, ttl, wait) => {
      const abort = new AbortController();
      let held = false;
      let over = false;
      let release = () => {};
      const end = () => {
        over = true;
        held = false;
        abort.abort();
        release();
      };
      const granted = new Promise((resolve) => {
        const patience = wait > 0 ? setTimeout(() => abort.abort(), wait) : undefined;
        const options = wait > 0 ? { signal: abort.signal } : { ifAvailable: true };
        navigator.locks
          .request(`${name}/${key}`, options, (lock) => {
            clearTimeout(patience);
            if (lock === null || over) return resolve(false);
            held = true;
            return new Promise((done) => {
              const time = setTimeout(end, ttl);
              release = () => {
                clearTimeout(time);
                done();
              };
              resolve(true);
            });
          })
          .catch(() => resolve(false));
      });
      return { granted, held: () => held, end };
    },
  };
};
