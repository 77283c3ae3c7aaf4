import type { EditionFiles } from '#lib/phone/edition-files.ts';
import type { OpenDatabase } from '#lib/storage/database/database-opener.ts';
import { readEditionFile } from '#lib/storage/read/read-edition-file.ts';
import { anchor } from '#lib/trust/generated/anchor.ts';
import { importEditionFile } from './import-edition-file.ts';
import { readSignedContent } from './signed-content.ts';

/** Editions as files, for the pages that make and open them. */
export const createEditionFiles = (open: OpenDatabase): EditionFiles => ({
	read: (lang, article) =>
		open()
			.then((db) => readEditionFile(db, lang, article))
			// storage is denied or blocked: there is nothing to hand on
			.catch(() => undefined),
	// locks are absent in WebKit before 15.4, whatever the types say
	import: (file) => importEditionFile(file, { open, anchor, locks: navigator.locks }),
	signedContent: (file) => readSignedContent(file, open)
});
