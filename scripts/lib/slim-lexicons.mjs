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
    slimCities(build);
    slimCountries(build);
    slimGivenNames(build);
    slimEnglish(build);
    build.onLoad({ filter: MODEL }, async ({ path }) => ({
      contents: `let model;
        const load = () => {
          const module = {};
          ${await readFile(path, 'utf8')}
          return (model = module.exports);
        };
        export default new Proxy({}, { get: (_, part) => (model ?? load())[part] });`,
      loader: 'js',
    }));
  },
};

/** For bundles that find the largest in a file of their own, `lexicons.js` beside them: an engine looks through all of a file that it loads. */
export const lexiconsApart = {
  name: 'lexicons-apart',
  setup(build) {
    slimCities(build);
    slimCountries(build);
    build.onResolve({ filter: /^\.\/lexicons\.js$/ }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: GIVEN_NAMES }, ({ path }) => ({
      contents: `let names;
        module.exports = { get: name => (names ??= require('./lexicons.js').givenNames.${languageOf(path)}).get(name) };`,
      loader: 'js',
    }));
    build.onLoad({ filter: MODEL }, () => ({
      contents: "export default new Proxy({}, { get: (_, part) => require('./lexicons.js').model[part] });",
      loader: 'js',
    }));
  },
};

/** What makes that file, of the entry `lexicons`. */
export const lexicons = {
  name: 'lexicons',
  setup(build) {
    slimGivenNames(build);
    slimEnglish(build);
    build.onResolve({ filter: /^lexicons$/ }, ({ path }) => ({ path, namespace: 'lexicons' }));
    build.onLoad({ filter: /^lexicons$/, namespace: 'lexicons' }, () => ({
      contents: `exports.model = require('wink-eng-lite-web-model');
        exports.givenNames = {
          ${['en', 'it', 'es', 'fr', 'de', 'tr'].map(one => `${one}: require('gender-detection-from-name/names/${one}')`)}
        };`,
      resolveDir: import.meta.dirname,
      loader: 'js',
    }));
  },
};

const MODEL = /wink-eng-lite-web-model[\\/]dist[\\/]model\.js$/;
const GIVEN_NAMES = /gender-detection-from-name[\\/]names[\\/]\w+\.js$/;

function slimCities(build) {
  build.onLoad({ filter: /city-timezones[\\/]index\.js$/ }, () => ({
    contents: `module.exports = { get cityMapping() { return require('./data/cityMap.json'); } };`,
    loader: 'js',
  }));
  build.onLoad({ filter: /city-timezones[\\/]data[\\/]cityMap\.json$/ }, ({ path }) => ({
    contents: `module.exports = ${linesOf(require(path).map(cityRow))}.map(line => {
      const [city, city_ascii, pop, province] = line.split('\\t');
      return { city, city_ascii: city_ascii || city, pop: Number(pop), province };
    });`,
    loader: 'js',
  }));
}

function cityRow({ city, city_ascii, pop, province }) {
  return [city, city_ascii === city ? '' : city_ascii, pop, province ?? ''].join('\t');
}

function slimCountries(build) {
  build.onLoad({ filter: /world-countries[\\/]countries\.json$/ }, ({ path }) => ({
    contents: JSON.stringify(require(path).map(country)),
    loader: 'json',
  }));
}

function country({ cca2, cca3, name: { common, official }, capital, demonyms, independent, unMember }) {
  return { cca2, cca3, name: { common, official }, capital, demonyms: { eng: demonyms?.eng }, independent, unMember };
}

function slimGivenNames(build) {
  build.onLoad({ filter: GIVEN_NAMES }, ({ path }) => ({
    contents: `let genders;
      const load = () => {
        genders = new Map();
        for (const name of ${linesOf(namesOf(path, 'male'))}) genders.set(name, 'male');
        for (const name of ${linesOf(namesOf(path, 'female'))}) genders.set(name, 'female');
        return genders;
      };
      module.exports = { get: name => (genders ?? load()).get(name) };`,
    loader: 'js',
  }));
}

function languageOf(path) {
  return /(\w+)\.js$/.exec(path)[1];
}

function namesOf(path, gender) {
  return [...require(path)].filter(([, one]) => one === gender).map(([name]) => name);
}

/**
 * The core of the model is parsed from a string, once: as a literal, which the library has copied by way of JSON before it changes
 * the copy, it takes three times as long. Of the machines only those are kept that tag parts of speech, set words apart or bound
 * sentences; the library loads the others too, and runs none that it is not told to.
 */
function slimEnglish(build) {
  build.onLoad({ filter: /wink-eng-lite-web-model[\\/]dist[\\/]read-core-model\.js$/ }, async ({ path }) => ({
    contents: replaced(await readFile(path, 'utf8'), 'JSON.parse(JSON.stringify(originalModel))', 'originalModel()'),
    loader: 'js',
  }));
  build.onLoad({ filter: /eng-core-web-model\.json$/ }, async ({ path }) => ({
    contents: `module.exports = () => JSON.parse(${JSON.stringify(inAscii(await readFile(path, 'utf8')))});`,
    loader: 'js',
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

/** The lines as an expression that gives them back as an array. */
function linesOf(lines) {
  return `${JSON.stringify(lines.join('\n'))}.split('\\n')`;
}
