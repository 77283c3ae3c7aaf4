import * as v from 'valibot';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { HomeIcon } from '#lib/phone/choices.ts';
import { Notice, noticePayload, type Severity } from '#lib/push/notice.ts';
import { withOwnDatabase } from '#lib/storage/database/database-opener.ts';
import type { HandrailDatabase } from '#lib/storage/database/database.ts';
import { languagesInUse } from '#lib/storage/read/installed-languages.ts';
import { readSettings } from '#lib/storage/stores/settings-store.ts';
import { readTrust } from '#lib/storage/stores/trust-store.ts';
import { fromBase64Url, toBytes } from '#lib/trust/signed/bytes.ts';
import { isSignedByAny } from '#lib/trust/signed/is-signed-by-any.ts';
import { trustedRole } from '#lib/trust/signed/root.ts';
import type { TrustState } from '#lib/trust/trust-state.ts';
import { isQuiet } from './quiet-hours.ts';
import { within } from '../deadline/within.ts';

/** How a notice is to be shown. None of its words come from the push. */
export interface NoticeView {
	readonly severity: Severity;
	readonly lang: LanguageTag;
	readonly isSilent: boolean;
	/** A neutral drawing on the app's icon: a notice has it, and its name, too. Absent: the app's own. */
	readonly homeIcon?: HomeIcon | undefined;
}

/** A notice must be shown within seconds, whatever storage is doing. */
const STORAGE_MS = 3000;
const PLAIN: NoticeView = { severity: 'routine', lang: 'en', isSilent: false };

/**
 * What to show for a push, whatever it brought: nothing, not JSON, another version, a forgery. Never
 * rejects and never hangs, because every push must be shown.
 */
export async function readNotice(
	text: string | undefined,
	{ now = new Date(), database }: { readonly now?: Date; readonly database?: string } = {}
): Promise<NoticeView> {
	const reading = withOwnDatabase(async (open) => readFrom(await open(), text, now), database);
	return (await within(reading, STORAGE_MS)) ?? PLAIN;
}

async function readFrom(
	db: HandrailDatabase,
	text: string | undefined,
	now: Date
): Promise<NoticeView> {
	const { quietHours, homeIcon } = await readSettings(db);
	const [lang = PLAIN.lang] = await languagesInUse(db);
	const severity = await severityOf(text, await readTrust(db));
	return { severity, lang, isSilent: isQuiet(quietHours, now.getHours()), homeIcon };
}

/**
 * Critical only with the publishing key's own word for it, and not for an edition that this phone has
 * left behind: a push server that was stolen can nag, and no more.
 */
async function severityOf(
	text: string | undefined,
	trust: TrustState | undefined
): Promise<Severity> {
	const notice = v.safeParse(v.pipe(v.string(), v.parseJson(), Notice), text);
	if (!notice.success || !trust) return 'routine';
	const { edition, severity, proof } = notice.output;
	if (severity === 'routine' || edition < (trust.installed?.version ?? 0)) return 'routine';
	const payload = toBytes(noticePayload({ edition, severity }));
	const role = await trustedRole(trust.root, 'edition');
	const isProved = await isSignedByAny('notice', payload, fromBase64Url(proof), role);
	return isProved ? severity : 'routine';
}
