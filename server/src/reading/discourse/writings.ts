/** What is written or published and can be said to say something. */
import { MEDIA } from '../lexicon/cues.ts';
import { words } from '../lexicon/words.ts';
import { singular } from './cast.ts';

/** Besides the media. */
const WRITINGS = new Set(
  words(`records data figures documents findings estimates website account verdict ruling summary description survey poll polling polls
    guideline guidelines guidance petition complaint lawsuit indictment notice bulletin transcript audit assessment analysis forecast
    decision decree affidavit memorandum dossier circular advisory judgment judgement resolution manifesto leaflet brief motion opinion testimony newsletter factsheet paper papers schedule timetable agenda calendar database memoir diary
    biography policy rules regulations proposal`),
);
/** Whether the noun stands for what is written or published: "statement", "survey". */
export const isWriting = (noun: string): boolean => WRITINGS.has(noun) || MEDIA.has(noun) || MEDIA.has(singular(noun));
