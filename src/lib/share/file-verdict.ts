import type { LanguageTag } from '#lib/edition/language-tags.ts';

/** What a file is called on screen. What the phone finds (`lib/pwa/open-passed.ts`) fits. */
export type FileVerdict =
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
	  }
	| { readonly kind: 'other-language'; readonly lang: LanguageTag }
	| { readonly kind: 'refused' | 'incomplete' | 'busy' | 'needs-app-update' | 'storage' }
	/** It was not even read, or there is nothing of ours in it. */
	| { readonly kind: 'too-large' | 'not-handrail' };
