/** esbuild plugins by which a server starts sooner: an engine looks through all of a file that it loads, needed or not. */
import path from 'node:path';

/** Libraries that have a file of their own beside the bundle, loaded when the first of their names is used. */
export const apart = names => ({
  name: 'apart',
  setup(build) {
    build.onResolve({ filter: /^[\w-]+$/ }, ({ path, namespace }) =>
      names.includes(path) && namespace !== 'apart' ? { path, namespace: 'apart' } : undefined,
    );
    build.onResolve({ filter: /^\.\/[\w-]+\.js$/, namespace: 'apart' }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: /./, namespace: 'apart' }, ({ path }) => ({ contents: onFirstUse(`./${path}.js`) }));
  },
});

/** Modules of the server that are evaluated when the first of their names is used, by their paths in `server/src`. */
export const evaluatedLate = modules => ({
  name: 'evaluated-late',
  setup(build) {
    const late = new Set(modules.map(module => path.resolve(import.meta.dirname, '../../server/src', module)));
    build.onResolve({ filter: /^\..*\.ts$/ }, ({ path: given, kind, resolveDir }) => {
      const file = path.resolve(resolveDir, given);
      return late.has(file) && kind === 'import-statement' ? { path: file, namespace: 'evaluated-late' } : undefined;
    });
    build.onLoad({ filter: /./, namespace: 'evaluated-late' }, ({ path: file }) => ({
      contents: onFirstUse(file),
      resolveDir: path.dirname(file),
    }));
  },
});

/**
 * esbuild gives an importer an object with the prototype of what it imports: names are looked up there that it has not copied. It
 * makes a new object with all of a module's names wherever that is required, so once has to do.
 */
function onFirstUse(module) {
  return `let used;
    const names = { get: (_, name) => (used ??= require(${JSON.stringify(module)}))[name] };
    module.exports = Object.create(new Proxy({}, names), { __esModule: { value: true } });`;
}

/** The protocol's library as one copy of all its names, where esbuild makes one for each file that imports it. */
export const copiedOnce = {
  name: 'copied-once',
  setup(build) {
    build.onResolve({ filter: /^vscode-languageserver$/ }, ({ path, namespace }) =>
      namespace === 'copied-once' ? undefined : { path, namespace: 'copied-once' },
    );
    build.onLoad({ filter: /./, namespace: 'copied-once' }, ({ path }) => ({
      contents: `export * from '${path}';`,
      resolveDir: import.meta.dirname,
    }));
  },
};
