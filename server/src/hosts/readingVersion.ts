/**
 * Stands for all the code and lexicons that make of a file's bytes what is kept of it: the build puts a hash of them here
 * (`scripts/lib/reading-version.mjs`), so that what an older reader has saved is not taken for this one's.
 */
export const readingVersion: string = 'unbuilt';
