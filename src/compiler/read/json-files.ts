import * as v from 'valibot';
import { Verdict } from '#lib/edition/coverage.ts';
import { Day, FACT_CONFIDENCES, Language, Slug, WebUrl } from '#lib/edition/vocabulary.ts';
import { ClaimId, FactId, HttpsUrl, list, Text } from './fields.ts';

// What stands in JSON beside the texts: `publisher.json`, `facts.json` and `claims.json`.

/** True of every edition: `publisher.json`. */
export const Publisher = v.strictObject({
	name: Text,
	/** The public address of the app, with the path below which it is served, if it is. */
	address: WebUrl,
	languages: v.pipe(
		v.array(Language),
		v.check((tags) => tags.includes('en'), 'must have "en": it is the source text')
	),
	drafts: v.picklist(['on', 'off']),
	licence: Text,
	/** What this is published for, in one sentence: phones tell their readers of a change. */
	purpose: v.optional(
		v.pipe(
			v.record(Language, v.pipe(Text, v.maxLength(160))),
			v.check((texts) => 'en' in texts, 'must have "en", which stands in for other languages')
		)
	),
	/** Other hosts with the same edition, the publisher's own. */
	mirrors: v.array(HttpsUrl),
	/** Articles of earlier editions that are gone: the build says what to enter here. */
	withdrawn: list(v.strictObject({ id: Text, on: Day })),
	/** The publisher stops: from which day on nobody checks the texts, and whom readers can ask then. */
	shutdown: v.optional(
		v.strictObject({
			on: Day,
			goTo: v.pipe(
				v.array(v.strictObject({ name: Text, url: HttpsUrl })),
				v.minLength(1),
				v.maxLength(3)
			)
		})
	)
});
export type Publisher = v.InferOutput<typeof Publisher>;

export const Fact = v.strictObject({
	id: FactId,
	topic: Text,
	statement: Text,
	quote: v.string(),
	sourceTitle: v.string(),
	sourceUrl: v.string(),
	sourceDate: v.string(),
	confidence: v.picklist(FACT_CONFIDENCES),
	note: v.string(),
	/** `null`: nobody has read a document behind it. */
	source: v.optional(v.null())
});
export type Fact = v.InferOutput<typeof Fact>;

/** A fact of low or unverified confidence: it may stand under {#unconfirmed} and nowhere else. */
export const isWeak = ({ confidence }: Pick<Fact, 'confidence'>): boolean =>
	confidence === 'low' || confidence === 'unverified';

export const Claim = v.strictObject({
	id: ClaimId,
	/** Published as it stands here: in our own words, and short enough for a list on a phone. */
	claim: v.pipe(Text, v.maxLength(140)),
	verdict: Verdict,
	correction: v.string(),
	factIds: v.array(FactId),
	/** The article that answers it. */
	coverIn: Slug
});
export type Claim = v.InferOutput<typeof Claim>;
