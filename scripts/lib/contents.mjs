// @ts-check
// What an installed extension holds besides what is bundled: the files that the manifest names or that the bundles open.
export const CONTENTS = [
  'package.json',
  'package.nls.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'docs/people.schema.json',
  'docs/rules',
  'l10n',
  'media',
  'syntaxes',
];
