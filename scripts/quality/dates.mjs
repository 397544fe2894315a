// @ts-check
import { touch } from './spans.mjs';

/**
 * Each date of the gold that has a value (null: the text allows none), with what the reading makes of those words.
 * @param {any} gold @param {any} reading @returns {{ wanted: any, read: any | null, right: boolean }[]}
 */
export function judgeDates(gold, reading) {
  return (gold.dates ?? [])
    .filter((/** @type {any} */ date) => !date.optional && 'value' in date)
    .map((/** @type {any} */ wanted) => {
      const read = (reading.dates ?? []).find((/** @type {any} */ date) => touch(date, wanted)) ?? null;
      return { wanted, read, right: read !== null && (read.value ?? null) === wanted.value };
    });
}

const weekday = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i;
const month = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const day = '\\d{1,2}(?:st|nd|rd|th)?';
const dayOfMonth = new RegExp(`\\b${month}\\s+${day}\\b|\\b${day}\\s+(?:of\\s+)?${month}(?![a-z])`, 'i');

/** The words name a weekday or a day of a month. */
export const namesADay = (/** @type {string} */ words) => weekday.test(words) || dayOfMonth.test(words);

/** A whole day in ISO form. */
export const isDay = (/** @type {unknown} */ value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
