import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { JudgedLine } from './our-lines.ts';
import type { Wrapping } from './unwrap-text.ts';

interface Found {
	/** Of the edition whose text it is: proved, not what the text says of itself. */
	readonly version: number;
	readonly lang: LanguageTag;
	/** `guide/school-bus` */
	readonly id: string;
}

/** What became of a text of ours since. */
export type Genuine =
	| ({ readonly kind: 'current' } & Found)
	| ({ readonly kind: 'changed'; readonly on: string } & Found)
	| ({ readonly kind: 'withdrawn'; readonly on: string | undefined } & Found);

/**
 * Genuine, with what became of it since; or the same words in another dress; or an exact part; or
 * where its lines are from; or nothing but our link; or nothing of ours.
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

/** `absent`: no article that this phone has. */
export type LinkTarget =
	| { readonly state: 'here' | 'withdrawn'; readonly lang: LanguageTag; readonly id: string }
	| { readonly state: 'absent' };
