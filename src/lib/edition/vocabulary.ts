import * as v from 'valibot';
import { dayMs, instantMs } from './dates.ts';
import { LANGUAGE_TAGS } from './language-tags.ts';

/** The closed word lists of the article model. Editors write these codes; readers see messages. */
export const LEVELS = ['city', 'school', 'state', 'federal'] as const;
export const URGENCIES = ['now', 'today', 'prepare'] as const;
export const CONFIDENCES = ['high', 'medium', 'low'] as const;
/** Of facts, the surest first. An article is never unverified. */
export const FACT_CONFIDENCES = ['high', 'medium', 'low', 'unverified'] as const;
export type FactConfidence = (typeof FACT_CONFIDENCES)[number];
/** Scenes in which somebody needs a guide: section 3 of the editors' guide says who is where in each. */
export const SCENARIOS = [
	'S1',
	'S2',
	'S3',
	'S4',
	'S5',
	'S6',
	'S7',
	'S8',
	'S9',
	'S10',
	'S11',
	'S12',
	'S13',
	'S14',
	'S15',
	'S16',
	'S17',
	'S18',
	'S19',
	'S20',
	'S21',
	'S22'
] as const;
export const PRINTS = ['wallet', 'desk', 'dash', 'poster', 'door'] as const;
export const AUDIENCES = [
	'family',
	'bus-crew',
	'school-desk',
	'principal',
	'teacher',
	'city-staff',
	'police'
] as const;
export const FORMS = ['law', 'order', 'memo', 'guidance', 'court-ruling', 'explainer'] as const;

/** From the least settled to the most: a guide shows the first that any of its directives has. */
export const STATUSES = [
	'unclear',
	'blocked',
	'partly_blocked',
	'in_force_challenged',
	'not_law',
	'announced',
	'proposed',
	'withdrawn',
	'replaced',
	'ended',
	'in_force'
] as const;

export const Level = v.picklist(LEVELS);
export const Urgency = v.picklist(URGENCIES);
export const Confidence = v.picklist(CONFIDENCES);
export const Print = v.picklist(PRINTS);
export const Audience = v.picklist(AUDIENCES);
export const Form = v.picklist(FORMS);
export const Status = v.picklist(STATUSES);
export const Language = v.picklist(LANGUAGE_TAGS);

export type Level = v.InferOutput<typeof Level>;
export type Urgency = v.InferOutput<typeof Urgency>;
export type Confidence = v.InferOutput<typeof Confidence>;
export type Audience = v.InferOutput<typeof Audience>;
export type Form = v.InferOutput<typeof Form>;
export type Status = v.InferOutput<typeof Status>;

/** 64 lower-case hexadecimal digits. */
export const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
/**
 * So many bytes in base64url, in the one spelling that they have: no padding, and no bits at the end
 * that say nothing.
 */
export const base64Url = (bytes: number): v.GenericSchema<string> => {
	const last = ['', '[AQgw]', '[AEIMQUYcgkosw048]'][bytes % 3] ?? '';
	const others = Math.floor((bytes * 4) / 3);
	return v.pipe(v.string(), v.regex(new RegExp(`^[A-Za-z0-9_-]{${String(others)}}${last}$`)));
};
/** Lower-case words joined by single hyphens. Never changed, never reused. */
export const Slug = v.pipe(v.string(), v.maxLength(40), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
const NOT_REAL = 'is a day that does not exist';
const isReal = (date: string): boolean => !Number.isNaN(dayMs(date));
/** A calendar day where the site is, `YYYY-MM-DD`. */
export const Day = v.pipe(v.string(), v.isoDate(), v.check(isReal, NOT_REAL));
/** A day, a month or a year: `2025-03-14`, `2025-03` or `2025`. */
export const PartialDate = v.pipe(
	v.string(),
	v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
	v.check(isReal, NOT_REAL)
);
/**
 * A page of another site: no other scheme, no user before the host, and a host in letters that
 * cannot be taken for others. `javascript:` is an address, too, to whoever only asks for one.
 */
export const WebUrl = v.pipe(v.string(), v.regex(/^https?:\/\/(?!\S*xn--)[\w.-]+(:\d+)?([/?#]|$)/));
/** An instant, as `Date.toISOString` writes it, with or without its milliseconds. */
export const Instant = v.pipe(
	v.string(),
	v.check((text) => !Number.isNaN(instantMs(text)))
);
