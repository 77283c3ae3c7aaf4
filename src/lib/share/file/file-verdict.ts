import type { ImportedFile, SignedFile } from '#lib/phone/edition-files.ts';
import type { ShownPage } from './shown-page.ts';

/** The result of opening a file: what the phone found in it, and whether its page shows the same. */
export type FileVerdict =
	| (SignedFile & { readonly shown: ShownPage })
	| Exclude<ImportedFile, SignedFile>
	/** It was too large to be read, or it is not a Handrail file. */
	| { readonly kind: 'too-large' | 'not-handrail' };
