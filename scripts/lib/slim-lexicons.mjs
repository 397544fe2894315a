/**
 * An esbuild plugin that keeps of word lists only what the reader asks them for: as long strings they take half the room in
 * the bundle and a third of the time to load. Large ones, and the model of English, are loaded at the first reading, since
 * the handshake does without them.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export const slimLexicons = {
  name: 'slim-lexicons',
  setup(build) {
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
    build.onLoad({ filter: /gender-detection-from-name[\\/]names[\\/]\w+\.js$/ }, ({ path }) => ({
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
    build.onLoad({ filter: /world-countries[\\/]countries\.json$/ }, ({ path }) => ({
      contents: JSON.stringify(require(path).map(country)),
      loader: 'json',
    }));
    build.onLoad({ filter: /wink-eng-lite-web-model[\\/]dist[\\/]model\.js$/ }, async ({ path }) => ({
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

function cityRow({ city, city_ascii, pop, province }) {
  return [city, city_ascii === city ? '' : city_ascii, pop, province ?? ''].join('\t');
}

function country({ cca2, cca3, name: { common, official }, capital, demonyms, independent, unMember }) {
  return { cca2, cca3, name: { common, official }, capital, demonyms: { eng: demonyms?.eng }, independent, unMember };
}

function namesOf(path, gender) {
  return [...require(path)].filter(([, one]) => one === gender).map(([name]) => name);
}

/** The lines as an expression that gives them back as an array. */
function linesOf(lines) {
  return `${JSON.stringify(lines.join('\n'))}.split('\\n')`;
}
