import * as v from 'valibot';
import { Language } from './vocabulary.ts';

/**
 * How readers of one language ask, as editors wrote it down: the member `search` of a listing. Absent
 * from editions before it.
 */
export const SearchWords = v.object({
	lang: Language,
	/** Words of a question that say nothing of what is asked for: `what`, `do`, `i`. */
	ignored: v.array(v.string()),
	/** What may stand before and behind a word: `ال`, `ing`. */
	beginnings: v.array(v.string()),
	endings: v.array(v.string()),
	/** Letters that are one to who searches, the first written as the second: `門门`. */
	letters: v.optional(v.array(v.string()), []),
	/** Words that mean the same to who searches. */
	same: v.array(v.array(v.string())),
	/** What readers type for an article, though it may not say it. */
	articles: v.array(v.object({ id: v.string(), words: v.array(v.string()) }))
});
export type SearchWords = v.InferOutput<typeof SearchWords>;
