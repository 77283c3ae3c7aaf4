import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { ShownPage } from './shown-page.ts';

/** What a file is called on screen: what the phone finds inside, and whether its page shows that. */
export type FileVerdict =
	| (SignedFile & { readonly shown: ShownPage })
	| { readonly kind: 'other-language'; readonly lang: LanguageTag }
	| { readonly kind: 'refused' | 'incomplete' | 'busy' | 'needs-app-update' | 'storage' }
	/** It was not even read, or there is nothing of ours in it. */
	| { readonly kind: 'too-large' | 'not-handrail' };

/** The publisher signed what is inside. `lib/pwa/edition-file/import-edition-file.ts` finds it out. */
export type SignedFile =
	| { readonly kind: 'installed' | 'same'; readonly version: number; readonly lang: LanguageTag }
	| {
			readonly kind: 'older';
			readonly version: number;
			readonly installed: number;
			readonly withdrawn: readonly string[];
	  }
	| {
			readonly kind: 'article';
			readonly version: number;
			readonly id: string;
			readonly lang: LanguageTag;
			readonly state: 'current' | 'changed' | 'withdrawn' | 'newer' | 'not-here';
	  };
