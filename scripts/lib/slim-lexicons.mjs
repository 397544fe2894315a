/**
 * esbuild plugins that keep of word lists only what the reader asks them for: as long strings they take half the room in the
 * bundle and a third of the time to load. Large ones, and the model of English, are loaded at the first reading, since the
 * handshake does without them.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** For a bundle that holds them itself. */
export const slimLexicons = {
  name: 'slim-lexicons',
  setup(build) {
    slimPlaces(build);
    slimEnglish(build);
    build.onLoad({ filter: GIVEN_NAMES }, ({ path }) => ({ contents: givenNames(JSON.stringify(namesOf(path))) }));
    build.onLoad({ filter: CORE }, async ({ path }) => ({
      contents: `module.exports = () => JSON.parse(${JSON.stringify(inAscii(await readFile(path, 'utf8')))});`,
      loader: 'js',
    }));
    build.onLoad({ filter: MODEL }, async ({ path }) => ({
      contents: `const load = () => {
          const module = {};
          ${await readFile(path, 'utf8')}
          return module.exports;
        };
        ${onFirstUse('load()')}`,
    }));
  },
};

/**
 * For bundles that find the largest in files of their own beside them, which `lexiconFiles` are for: an engine looks through all
 * of a script that it loads, and more than once where what it holds lies in a function.
 */
export const lexiconsApart = {
  name: 'lexicons-apart',
  setup(build) {
    slimPlaces(build);
    build.onResolve({ filter: /^\.\/(?:english|given-names)\.js(?:on)?$/ }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: GIVEN_NAMES }, ({ path }) => ({
      contents: givenNames(`require('./given-names.json').${languageOf(path)}`),
    }));
    build.onLoad({ filter: MODEL }, () => ({ contents: onFirstUse("require('./english.js')") }));
  },
};

/** What makes those files: the model of English and what is large of it, and given names. */
export const lexiconFiles = ['english.js', 'english.json', 'given-names.json'].map(file => ({
  entryPoints: [file],
  outfile: `dist/${file}`,
  plugins: [{ name: 'lexicon-files', setup: setUpFiles }],
}));

function setUpFiles(build) {
  const model = require.resolve('wink-eng-lite-web-model');
  const core = require.resolve('wink-eng-lite-web-model/dist/languages/cur/models/eng-core-web-model.json');
  slimEnglish(build);
  build.onResolve({ filter: /^english\.js$/ }, () => ({ path: model }));
  build.onResolve({ filter: /^english\.json$/ }, () => ({ path: core, namespace: 'copied' }));
  build.onResolve({ filter: /^given-names\.json$/ }, ({ path }) => ({ path, namespace: 'copied' }));
  build.onLoad({ filter: CORE, namespace: 'file' }, () => ({
    // The first to ask gets what was parsed along with the file, in a turn of its own.
    contents: `const { readFileSync } = require('node:fs');
      const parse = () => JSON.parse(readFileSync(\`\${__dirname}/english.json\`, 'latin1'));
      let parsed = parse();
      module.exports = () => {
        const given = parsed ?? parse();
        parsed = null;
        return given;
      };`,
    loader: 'js',
  }));
  build.onLoad({ filter: CORE, namespace: 'copied' }, async ({ path }) => ({
    contents: inAscii(await readFile(path, 'utf8')),
    loader: 'copy',
  }));
  build.onLoad({ filter: /given-names/, namespace: 'copied' }, () => {
    const paths = ['en', 'it', 'es', 'fr', 'de', 'tr'].map(one => `gender-detection-from-name/names/${one}.js`);
    const names = Object.fromEntries(paths.map(path => [languageOf(path), namesOf(path)]));
    return { contents: inAscii(JSON.stringify(names)), loader: 'copy' };
  });
}

const GIVEN_NAMES = /gender-detection-from-name[\\/]names[\\/]\w+\.js$/;
const MODEL = /wink-eng-lite-web-model[\\/]dist[\\/]model\.js$/;
const CORE = /eng-core-web-model\.json$/;

/** A module whose parts are those of an expression, which is worked out when the first of them is used. */
function onFirstUse(expression) {
  return `let module;
    export default new Proxy({}, { get: (_, part) => (module ??= ${expression})[part] });`;
}

/** Cities and countries. */
function slimPlaces(build) {
  build.onLoad({ filter: /city-timezones[\\/]index\.js$/ }, () => ({
    contents: `module.exports = { get cityMapping() { return require('./data/cityMap.json'); } };`,
  }));
  build.onLoad({ filter: /city-timezones[\\/]data[\\/]cityMap\.json$/ }, ({ path }) => ({
    contents: `module.exports = ${JSON.stringify(require(path).map(cityRow).join('\n'))}.split('\\n').map(line => {
      const [city, city_ascii, pop, province] = line.split('\\t');
      return { city, city_ascii: city_ascii || city, pop: Number(pop), province };
    });`,
    loader: 'js',
  }));
  build.onLoad({ filter: /world-countries[\\/]countries\.json$/ }, ({ path }) => ({
    contents: JSON.stringify(require(path).map(country)),
    loader: 'json',
  }));
}

function cityRow({ city, city_ascii, pop, province }) {
  return [city, city_ascii === city ? '' : city_ascii, pop, province ?? ''].join('\t');
}

function country({ cca2, cca3, name: { common, official }, capital, demonyms, independent, unMember }) {
  return { cca2, cca3, name: { common, official }, capital, demonyms: { eng: demonyms?.eng }, independent, unMember };
}

/** The names of a language with their genders, from an expression that gives them as `namesOf` does. */
function givenNames(expression) {
  return `let genders;
    const load = () => {
      genders = new Map();
      const { male, female } = ${expression};
      for (const name of male.split('\\n')) genders.set(name, 'male');
      for (const name of female.split('\\n')) genders.set(name, 'female');
      return genders;
    };
    module.exports = { get: name => (genders ?? load()).get(name) };`;
}

function languageOf(path) {
  return /(\w+)\.js$/.exec(path)[1];
}

function namesOf(path) {
  const of = gender => [...require(path)].flatMap(([name, one]) => (one === gender ? [name] : [])).join('\n');
  return { male: of('male'), female: of('female') };
}

/**
 * The core of the model is parsed from a string: as a literal, which the library has copied by way of JSON before it changes the
 * copy, it takes three times as long. Of the machines only those are kept that tag parts of speech, set words apart or bound
 * sentences; the library loads the others too, and runs none that it is not told to.
 */
function slimEnglish(build) {
  build.onLoad({ filter: /wink-eng-lite-web-model[\\/]dist[\\/]read-core-model\.js$/ }, async ({ path }) => ({
    contents: replaced(await readFile(path, 'utf8'), 'JSON.parse(JSON.stringify(originalModel))', 'originalModel()'),
  }));
  build.onLoad({ filter: /eng-ner-model\.json$/ }, () => ({ contents: '[]', loader: 'json' }));
  build.onLoad({ filter: /eng-sa-model\.json$/ }, () => ({ contents: JSON.stringify([NO_MACHINE]), loader: 'json' }));
}

/** An automaton of wink-nlp that recognises nothing. */
const NO_MACHINE = '[100,0,{"0":{}},{},{},{}]';

function replaced(text, part, by) {
  if (!text.includes(part)) throw new Error(`Not in the library any more: ${part}`);
  return text.replace(part, by);
}

/** JSON without a character that would make an engine keep all of it in two bytes a character. */
function inAscii(json) {
  return json.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
