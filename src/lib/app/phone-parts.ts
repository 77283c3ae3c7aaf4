import type { PhoneParts } from '#lib/phone/phone.ts';
import { createEditionFiles } from '#lib/pwa/edition-file/create-edition-files.ts';
import { createPhoneLanguages } from '#lib/pwa/languages/phone-languages.ts';
import { createNotices } from '#lib/pwa/push/create-notices.ts';
import { createPhoneRecordings } from '#lib/pwa/recordings/phone-recordings.ts';
import { readKeptEditions } from '#lib/pwa/session/kept-editions.ts';
import { takeSharedMessage } from '#lib/pwa/worker/shared-message.ts';
import { connection } from './connection.ts';

/** The phone's rarely used half, over the page's one connection. Only later pages import it. */
export const phoneParts: PhoneParts = {
	languages: createPhoneLanguages(connection),
	recordings: createPhoneRecordings(connection),
	editionFiles: createEditionFiles(connection),
	notices: createNotices(connection),
	keptEditions: () => readKeptEditions(connection),
	sharedMessage: takeSharedMessage
};
