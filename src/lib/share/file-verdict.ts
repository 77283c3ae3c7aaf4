import type { ImportedFile, SignedFile } from '#lib/phone/edition-files.ts';
import type { ShownPage } from './shown-page.ts';

/** What a file is called on screen: what the phone finds inside, and whether its page shows that. */
export type FileVerdict =
	| (SignedFile & { readonly shown: ShownPage })
	| Exclude<ImportedFile, SignedFile>
	/** It was not even read, or there is nothing of ours in it. */
	| { readonly kind: 'too-large' | 'not-handrail' };
