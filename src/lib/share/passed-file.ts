import * as v from 'valibot';
import { parsePublishedPath } from '#lib/edition/published-paths.ts';
import { Language } from '#lib/edition/vocabulary.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import { toText, type Bytes } from '#lib/trust/bytes.ts';

/** What a file that is passed on says of an edition, word for word as its publisher signed it. */
export interface PassedEdition {
	readonly lang: v.InferOutput<typeof Language>;
	/** The one article that is in it (`guide/school-bus`). Absent: the whole language. */
	readonly article?: string | undefined;
	/** The version of the app that made the file: another one may write its page otherwise. */
	readonly app?: string | undefined;
	/** Signed files and the listing, by their path on a host: `head.json`. */
	readonly proof: ReadonlyMap<string, string>;
	/** Shards and members, each on a line, as in a pack. */
	readonly lines: readonly string[];
}

/** A whole language takes a tenth. Past it nothing is read. */
export const MAX_PASSED_BYTES = 8 * 1024 * 1024;

/** In a template a browser shows nothing and runs nothing. */
const START = '<template id="handrail-edition">\n';
const END = '\n</template>';
const FORMAT = 1;

/** What proves an edition: not its texts, which are on the lines. */
const PROOF: ReadonlySet<string | undefined> = new Set(['head', 'root', 'edition', 'listing']);
const isProof = (path: string): boolean => PROOF.has(parsePublishedPath(path)?.kind);
const Header = v.object({
	handrail: v.literal(FORMAT),
	lang: Language,
	article: v.optional(v.pipe(v.string(), v.regex(/^(guide|directive)\/[a-z0-9-]{1,40}$/))),
	app: v.optional(v.pipe(v.string(), v.maxLength(40))),
	proof: v.record(v.pipe(v.string(), v.check(isProof)), v.string())
});

/** The part of a page that carries an edition: lines of text, escaped as HTML is. */
export function formatPassedEdition({ lang, article, app, proof, lines }: PassedEdition): string {
	const header = { handrail: FORMAT, lang, article, app, proof: Object.fromEntries(proof) };
	const text = [JSON.stringify(header), ...lines].join('\n');
	return START + text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') + END;
}

/** What a page carries, as it stands there, and all that is around it. */
export function cutCarried(
	page: string
): { readonly carried: string; readonly around: string } | undefined {
	const start = page.lastIndexOf(START);
	const end = page.indexOf(END, start);
	if (start < 0 || end < 0) return undefined;
	const from = start + START.length;
	return { carried: page.slice(from, end), around: page.slice(0, from) + page.slice(end) };
}

/**
 * Reads the edition out of a file, as bytes: nothing of the page around it is looked at. What comes
 * out is what somebody wrote there; only a phone's own keys tell whether it is true.
 */
export function parsePassedEdition(
	bytes: Bytes
): Result<PassedEdition, 'too-large' | 'not-handrail'> {
	if (bytes.length > MAX_PASSED_BYTES) return fail('too-large');
	try {
		// some programs write lines as Windows does, and no line of ours has a carriage return
		const page = toText(bytes).replaceAll('\r', '');
		const cut = cutCarried(page);
		if (!cut) return fail('not-handrail');
		const [header = '', ...lines] = cut.carried
			.replaceAll('&lt;', '<')
			// a browser that saves a page anew writes these two in this way as well
			.replaceAll('&gt;', '>')
			.replaceAll('&nbsp;', '\u00a0')
			.replaceAll('&amp;', '&')
			.split('\n');
		const { lang, article, app, proof } = v.parse(Header, JSON.parse(header));
		return ok({ lang, article, app, proof: new Map(Object.entries(proof)), lines });
	} catch {
		// not UTF-8, not JSON, or not of this form: whatever it is, it is no file of ours
		return fail('not-handrail');
	}
}
