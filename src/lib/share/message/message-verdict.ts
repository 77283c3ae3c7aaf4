import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { JudgedLine } from './known-lines.ts';
import type { Wrapping } from './unwrap-text.ts';

interface Found {
	/** Version of the edition that the text was found in. Not what the text itself says. */
	readonly version: number;
	readonly lang: LanguageTag;
	/** `guide/school-bus` */
	readonly id: string;
}

/** A genuine text, and what the installed edition does with it: the same, changed or withdrawn. */
export type Genuine =
	| ({ readonly kind: 'current' } & Found)
	| ({ readonly kind: 'changed'; readonly on: string } & Found)
	| ({ readonly kind: 'withdrawn'; readonly on: string | undefined } & Found);

/**
 * The result of a check, the best first: genuine; the same words under something that was added; an exact
 * excerpt; lines of which some are ours; only a link of ours; or unknown.
 */
export type Verdict =
	| Genuine
	| {
			readonly kind: 'same-words';
			readonly wrappings: readonly Wrapping[];
			readonly became: Genuine;
	  }
	| {
			readonly kind: 'excerpt';
			readonly wrappings: readonly Wrapping[];
			readonly became: Genuine;
			readonly lines: readonly JudgedLine[];
	  }
	| { readonly kind: 'link'; readonly to: LinkTarget }
	| {
			readonly kind: 'lines';
			readonly lines: readonly JudgedLine[];
			readonly ids: readonly string[];
	  }
	| { readonly kind: 'unknown' };

/** What a link leads to. `absent`: to no article that is on this phone. */
export type LinkTarget =
	| { readonly state: 'here' | 'withdrawn'; readonly lang: LanguageTag; readonly id: string }
	| { readonly state: 'absent' };
