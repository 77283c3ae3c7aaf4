import * as v from 'valibot';

const Instant = v.pipe(v.string(), v.isoTimestamp());
const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** What was read of a page, or why nothing was. */
const KnownReading = v.variant('state', [
	v.object({ state: v.literal('read'), text: v.string(), main: v.string() }),
	v.object({ state: v.literal('unreadable'), why: v.string(), detail: v.string() }),
	v.object({ state: v.literal('missing'), status: v.number() }),
	/** No answer at all. */
	v.object({ state: v.literal('unanswered'), why: v.string(), detail: v.string() })
]);
export type KnownReading = v.InferOutput<typeof KnownReading>;

/** What the watch knows of one source from earlier readings. */
export const SourceMemory = v.object({
	slug: v.string(),
	/** The address that was read: with another one in the content, all below is void. */
	url: v.string(),
	readAt: Instant,
	validators: v.object({ etag: v.optional(v.string()), lastModified: v.optional(v.string()) }),
	/** Of the bytes of the last answer. */
	sha256: v.optional(Hash),
	movedTo: v.optional(v.string()),
	reading: KnownReading,
	/** What changes are compared with: as it was first read, or when an editor last looked at it. */
	accepted: v.optional(v.object({ main: v.string(), sha256: v.optional(Hash), on: Instant })),
	/** What was found once and waits for a second reading that finds the same. */
	suspicions: v.array(v.object({ kind: v.string(), finding: v.string(), since: Instant })),
	/** When each fact's quote was last seen. */
	quotesSeen: v.record(v.string(), Instant)
});
export type SourceMemory = v.InferOutput<typeof SourceMemory>;
