import * as v from 'valibot';
import { parsePublishedPath } from '#lib/edition/address/published-paths.ts';
import { Language } from '#lib/edition/vocabulary.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import { toText, type Bytes } from '#lib/trust/signed/bytes.ts';

/** The edition that a shared file carries, byte for byte as its publisher signed it. */
export interface CarriedEdition {
	readonly lang: v.InferOutput<typeof Language>;
	/** The one article in it, such as `guide/school-bus`. Absent: the whole language. */
	readonly article?: string | undefined;
	/** Version of the app that made the file. Another version may render its page differently. */
	readonly app?: string | undefined;
	/** Signed files and the listing, by their path on a host, such as `head.json`. */
	readonly proof: ReadonlyMap<string, string>;
	/** Shards and blobs, each on one line, as in a pack. */
	readonly lines: readonly string[];
}

/** Larger files are not read. A whole language takes a tenth of this. */
export const MAX_FILE_BYTES = 8 * 1024 * 1024;

/** Start of the part that carries the edition. Browsers neither show nor run the content of a template. */
const START = '<template id="handrail-edition">\n';
const END = '\n</template>';
const FORMAT = 1;

/** The kinds of files that belong to `proof`. Texts are in `lines`. */
const PROOF: ReadonlySet<string | undefined> = new Set(['head', 'root', 'edition', 'listing']);
const isProof = (path: string): boolean => PROOF.has(parsePublishedPath(path)?.kind);
const Header = v.object({
	handrail: v.literal(FORMAT),
	lang: Language,
	article: v.optional(v.pipe(v.string(), v.regex(/^(guide|directive)\/[a-z0-9-]{1,40}$/))),
	app: v.optional(v.pipe(v.string(), v.maxLength(40))),
	proof: v.record(v.pipe(v.string(), v.check(isProof)), v.string())
});

/** Writes the part of a page that carries an edition: lines of text, escaped as HTML. */
export function formatCarriedEdition({ lang, article, app, proof, lines }: CarriedEdition): string {
	const header = { handrail: FORMAT, lang, article, app, proof: Object.fromEntries(proof) };
	const text = [JSON.stringify(header), ...lines].join('\n');
	return START + text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') + END;
}

/** Cuts a page into the part that carries the edition, unparsed, and everything around it. */
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
 * Parses the edition in a file, and ignores the page around it. The result is unverified: anyone can
 * write such a file. Check it with the phone's own keys.
 */
export function parseCarriedEdition(
	bytes: Bytes
): Result<CarriedEdition, 'too-large' | 'not-handrail'> {
	if (bytes.length > MAX_FILE_BYTES) return fail('too-large');
	try {
		// some programs convert line ends to those of Windows. Our lines contain no carriage return
		const page = toText(bytes).replaceAll('\r', '');
		const cut = cutCarried(page);
		if (!cut) return fail('not-handrail');
		const [header = '', ...lines] = cut.carried
			.replaceAll('&lt;', '<')
			// browsers escape these two as well when they save a page
			.replaceAll('&gt;', '>')
			.replaceAll('&nbsp;', '\u00a0')
			.replaceAll('&amp;', '&')
			.split('\n');
		const { lang, article, app, proof } = v.parse(Header, JSON.parse(header));
		return ok({ lang, article, app, proof: new Map(Object.entries(proof)), lines });
	} catch {
		// not UTF-8, not JSON, or of another shape: not a file of ours
		return fail('not-handrail');
	}
}
