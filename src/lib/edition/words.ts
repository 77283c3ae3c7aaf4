import { LANGUAGE_TAGS } from './language-tags.ts';
import {
	AUDIENCES,
	CONFIDENCES,
	FORMS,
	LEVELS,
	PRINTS,
	STATUSES,
	URGENCIES
} from './vocabulary.ts';

/** Closed lists inside of articles, contacts and sources. A reader sees messages, by these words. */
export const COPIES = ['original', 'third-party', 'staging'] as const;
export const SOURCE_TYPES = [
	'law',
	'order',
	'directive',
	'guidance',
	'memo',
	'court',
	'news',
	'advocacy',
	'data'
] as const;
export const GRADES = ['official', 'advocacy', 'press', 'low'] as const;
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export const TRANSLATION_STATES = ['checked', 'draft', 'behind'] as const;
export const REVIEW_STATES = ['none', 'done', 'older'] as const;
export const COSTS = ['free', 'paid', 'unknown'] as const;
export const SHOWN_AS = ['call', 'link'] as const;
export const APPEALS = ['none', 'pending', 'unknown'] as const;
export const VERDICTS = [
	'confirmed',
	'confirmed-with-correction',
	'misleading',
	'wrong',
	'unconfirmed'
] as const;

/** Where officers may come, in the order of the page "who does what". `everywhere` is one for all. */
export const OVERVIEW_PLACES = [
	'home',
	'street',
	'car',
	'bus',
	'school',
	'principal',
	'shelter',
	'office',
	'hospital',
	'court',
	'work',
	'everywhere'
] as const;
/** Who does something there: who lives there or is stopped, who works there, the city's police. */
export const OVERVIEW_ROLES = ['family', 'staff', 'police'] as const;

/** Blocks of a guide that can be recorded, in the order in which they stand on the page. */
export const RECORDED_BLOCKS = ['do', 'say', 'dont', 'if-wrong'] as const;
export type RecordedBlockName = (typeof RECORDED_BLOCKS)[number];
export const VOICES = ['synthetic', 'person'] as const;

/** Every word that this app knows in a blob, by the name of its field. No text has such a name. */
export const WORDS: Readonly<Record<string, readonly string[]>> = {
	kind: ['guide', 'directive'],
	lang: LANGUAGE_TAGS,
	level: LEVELS,
	audiences: AUDIENCES,
	urgency: URGENCIES,
	confidence: CONFIDENCES,
	print: PRINTS,
	form: FORMS,
	status: STATUSES,
	appeal: APPEALS,
	copy: COPIES,
	type: SOURCE_TYPES,
	grade: GRADES,
	days: WEEKDAYS,
	state: [...TRANSLATION_STATES, ...REVIEW_STATES],
	cost: COSTS,
	showAs: SHOWN_AS,
	verdict: VERDICTS,
	place: OVERVIEW_PLACES,
	for: OVERVIEW_ROLES
};

/** Whether a value has, however deep, a word that this app does not know where it knows them all. */
export function hasUnknownWord(value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return Object.entries(value).some(([name, inner]) => {
		const words = Array.isArray(value) ? undefined : WORDS[name];
		const isUnknown = (it: unknown) => typeof it === 'string' && words?.includes(it) === false;
		return [inner].flat().some(isUnknown) || hasUnknownWord(inner);
	});
}

/** What a step or a row may be drawn as: `lib/ui/drawings.ts` has one for each. */
export const DRAWINGS = [
	'door',
	'ask',
	'speech',
	'silence',
	'paper',
	'under',
	'look',
	'judge',
	'phone',
	'pen',
	'camera',
	'child',
	'bus',
	'wait',
	'walk',
	'car',
	'bed',
	'hospital',
	'school',
	'principal',
	'office',
	'work',
	'court',
	'family',
	'police'
] as const;
