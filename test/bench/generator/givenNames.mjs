import de from 'gender-detection-from-name/names/de';
import en from 'gender-detection-from-name/names/en';
import es from 'gender-detection-from-name/names/es';
import fr from 'gender-detection-from-name/names/fr';
import it from 'gender-detection-from-name/names/it';
import tr from 'gender-detection-from-name/names/tr';

/**
 * Given names with their gender, by language, as the project's lexicon has them.
 * @type {Readonly<Record<'de' | 'en' | 'es' | 'fr' | 'it' | 'tr', ReadonlyMap<string, 'male' | 'female'>>>}
 */
export const givenNames = { de, en, es, fr, it, tr };
