import type { PageSession } from '#lib/app/connected-app.ts';
import type { PhoneFacts } from '#lib/phone/facts.ts';
import type { Erased } from '#lib/phone/phone.ts';
import type { PhoneOptions } from '#lib/pwa/session/phone-session.ts';
import { createStoredLibrary } from '#lib/storage/read/stored-library.ts';
import type { HandrailDatabase } from '#lib/storage/database/database.ts';

/** A session that reports what a test tells it to, over a real database. */
export interface FakePhone {
	/** Given to the app instead of its real session. */
	readonly openSession: (options: PhoneOptions) => PageSession;
	/** The calls of the app in order, such as `start en`. */
	readonly asked: string[];
	/** Reports new facts to the app. Facts that are left out keep their values. */
	readonly tell: (facts: Partial<PhoneFacts>) => void;
	/** Reports that another edition is on screen. */
	readonly switchTo: (change: { isNew: boolean }) => Promise<void>;
	readonly sayErased: (isOver: boolean) => void;
}

export function aFakePhone(db: HandrailDatabase, erased: Erased = 'deleted'): FakePhone {
	const asked: string[] = [];
	let options: PhoneOptions | undefined;
	let facts: PhoneFacts = { lang: 'en', changes: [], critical: [] };
	const open = (): Promise<HandrailDatabase> => Promise.resolve(db);
	const note = (...words: readonly string[]): Promise<void> => {
		asked.push(words.join(' '));
		return Promise.resolve();
	};
	return {
		asked,
		openSession(given) {
			options = given;
			return {
				open,
				library: createStoredLibrary({
					open,
					whenReady: () => Promise.resolve(false),
					mayStandIn: () => true
				}),
				start: (lang) => void note('start', lang),
				useLanguage: (lang) => note('useLanguage', lang),
				checkNow: () => note('checkNow'),
				noteChanges: (...keys) => note('noteChanges', ...keys),
				refresh: () => note('refresh'),
				mend: () => void note('mend'),
				erase: () => note('erase').then(() => erased)
			};
		},
		tell(change) {
			facts = { ...facts, ...change };
			options?.onFacts(facts);
		},
		switchTo: async (change) => options?.onSwitched(change),
		sayErased: (isOver) => options?.onErased({ isOver })
	};
}
